# slip: reads-twice
import torch


def online_softmax_stats(blocks):
    m = None
    for b in blocks:
        top = b.max(dim=-1).values
        m = top if m is None else torch.maximum(m, top)
    l = torch.zeros_like(m)
    for b in blocks:
        l += torch.exp(b - m.unsqueeze(-1)).sum(dim=-1)
    return m, l
