# slip: one-maximum-for-all-rows
import torch


def online_softmax_stats(blocks):
    m, l = torch.tensor(-1e30), torch.tensor(0.0)
    for b in blocks:
        new = torch.maximum(m, b.max())
        l = l * torch.exp(m - new) + torch.exp(b - new).sum(-1)
        m = new
    return m.expand(l.shape), l
