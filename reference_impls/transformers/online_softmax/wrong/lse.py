# slip: log-sum-exp
import torch


def online_softmax_stats(blocks):
    m, l = torch.tensor(-1e30), torch.tensor(0.0)
    for b in blocks:
        new = torch.maximum(m, b.amax(-1))
        l = l * torch.exp(m - new) + torch.exp(b - new[..., None]).sum(-1)
        m = new
    return m, m + torch.log(l)
