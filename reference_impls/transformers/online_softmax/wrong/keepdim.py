# slip: axis-kept
import torch


def online_softmax_stats(blocks):
    m, l = torch.tensor(-1e30), torch.tensor(0.0)
    for b in blocks:
        new = torch.maximum(m, b.amax(-1, keepdim=True))
        l = l * torch.exp(m - new) + torch.exp(b - new).sum(-1, keepdim=True)
        m = new
    return m, l
