# slip: none
import math
import torch


def maskgit_step(tokens, logits, step, steps, mask_id):
    n = math.ceil(tokens.shape[1] * math.cos(math.pi / 2 * (step + 1) / steps))
    m = tokens == mask_id
    p = logits.softmax(-1)
    c = (p * p.log()).sum(-1)
    idx = c.masked_fill(~m, 9).argsort(-1)[:, :n]
    return torch.where(m, p.argmax(-1), tokens).scatter(1, idx, mask_id)
