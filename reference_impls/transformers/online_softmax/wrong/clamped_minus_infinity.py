# slip: hidden-is-minus-1e4
import torch


def online_softmax_stats(blocks):
    m, l = torch.tensor(float("-inf")), torch.tensor(0.0)
    for b in blocks:
        b = b.masked_fill(torch.isinf(b), -1e4)
        new = torch.maximum(m, b.amax(-1))
        l = l * torch.exp(m - new) + torch.exp(b - new[..., None]).sum(-1)
        m = new
    return m, l
