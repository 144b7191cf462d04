# slip: whole-blocks-skipped-alone
import torch


def online_softmax_stats(blocks):
    m, l = torch.tensor(float("-inf")), torch.tensor(0.0)
    for b in blocks:
        if torch.isinf(b).all():
            continue
        new = torch.maximum(m, b.amax(-1))
        l = l * torch.exp(m - new) + torch.exp(b - new[..., None]).sum(-1)
        m = new
    return m, l
