# slip: none
import math
import torch


def maskgit_step(tokens, logits, step, steps, mask_id):
    m = tokens == mask_id
    c, p = logits.softmax(-1).max(-1)
    n = int(tokens.numel() * math.cos(math.pi / 2 * (step + 1) / steps))
    r = c.masked_fill(~m, 2).flatten().argsort().argsort().view_as(c)
    return torch.where(m & (r >= n), p, tokens)
