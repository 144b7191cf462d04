# slip: kept-for-the-sum
import torch


def online_softmax_stats(blocks):
    seen = []
    m = None
    for b in blocks:
        seen.append(b)
        top = b.max(-1).values
        m = top if m is None else torch.maximum(m, top)
    l = torch.zeros_like(m)
    for b in seen:
        l += torch.exp(b - m.unsqueeze(-1)).sum(-1)
    return m, l
