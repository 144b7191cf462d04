# slip: kept-in-a-list
import torch


def online_softmax_stats(blocks):
    blocks = list(blocks)
    m = blocks[0].max(dim=-1).values
    for b in blocks[1:]:
        m = torch.maximum(m, b.max(dim=-1).values)
    l = sum(torch.exp(b - m.unsqueeze(-1)).sum(dim=-1) for b in blocks)
    return m, l
