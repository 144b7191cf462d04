# slip: none
import math
import torch


def maskgit_step(tokens, logits, step, steps, mask_id):
    m = tokens == mask_id
    c, p = logits.softmax(-1).max(-1)
    g = math.cos(math.pi / 2 * (step + 1) / steps) if step + 1 < steps else 0
    n = (m.sum(1) * g).long()
    r = c.masked_fill(~m, 2).argsort(1).argsort(1)
    return torch.where(m & (r >= n[:, None]), p, tokens)
