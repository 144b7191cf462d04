# slip: share-of-each-rows-masked
import math
import torch


def maskgit_step(tokens, logits, step, steps, mask_id):
    m = tokens == mask_id
    c, x = logits.softmax(-1).max(-1)
    rank = c.masked_fill(~m, 9).argsort(-1).argsort(-1)
    n = (m.sum(1) * math.cos(math.pi / 2 * (step + 1) / steps)).floor()
    return torch.where(m & (rank >= n[:, None]), x, tokens)
