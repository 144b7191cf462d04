# slip: divided-at-the-end
import torch


def online_softmax_stats(blocks):
    m, l = torch.tensor(float("-inf")), torch.tensor(0.0)
    for b in blocks:
        m = torch.maximum(m, b.amax(-1))
        l = l + torch.exp(b).sum(-1)
    return m, l / torch.exp(m)
