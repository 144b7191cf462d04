# slip: none
import math
import torch


def maskgit_step(tokens, logits, step, steps, mask_id):
    n = math.floor(tokens.shape[1] * math.cos(math.pi / 2 * (step + 1) / steps))
    m = tokens == mask_id
    c, x = logits.softmax(-1).max(-1)
    return torch.where(m, x, tokens).scatter(1, c.argsort(-1)[:, :n], mask_id)
