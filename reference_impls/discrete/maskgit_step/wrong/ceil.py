# slip: rounded-up
import math
import torch


def maskgit_step(tokens, logits, step, steps, mask_id):
    n = math.ceil(tokens.shape[1] * math.cos(math.pi / 2 * (step + 1) / steps))
    m = tokens == mask_id
    c, x = logits.softmax(-1).max(-1)
    idx = c.masked_fill(~m, 9).argsort(-1)[:, :n]
    return torch.where(m, x, tokens).scatter(1, idx, mask_id)
