# slip: confidence-is-the-logit
import math
import torch


def maskgit_step(tokens, logits, step, steps, mask_id):
    n = math.floor(tokens.shape[1] * math.cos(math.pi / 2 * (step + 1) / steps))
    m = tokens == mask_id
    c, x = logits.max(-1)
    idx = c.masked_fill(~m, float("inf")).argsort(-1)[:, :n]
    return torch.where(m, x, tokens).scatter(1, idx, mask_id)
