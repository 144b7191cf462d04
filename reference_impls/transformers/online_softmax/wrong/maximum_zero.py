# slip: maximum-from-zero
import torch


def online_softmax_stats(blocks):
    m, l = torch.zeros(()), torch.zeros(())
    for b in blocks:
        new = torch.maximum(m, b.amax(-1))
        l = l * torch.exp(m - new) + torch.exp(b - new[..., None]).sum(-1)
        m = new
    return m, l
