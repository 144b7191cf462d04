# slip: filled-with-a-number
import torch


def top_p_filter(logits, p):
    z, idx = logits.sort(dim=-1, descending=True)
    before = z.softmax(-1).cumsum(-1).roll(1, -1)
    before[..., 0] = -1
    drop = (before >= p).scatter(-1, idx, before >= p)
    return logits.masked_fill(drop, -1e9)
