# slip: rescaled-the-wrong-way
import torch


def online_softmax_stats(blocks):
    m, l = torch.tensor(float("-inf")), torch.tensor(0.0)
    for b in blocks:
        new = torch.maximum(m, b.amax(-1))
        safe = torch.where(torch.isinf(new), torch.zeros_like(new), new)
        l = l * torch.exp(safe - m) + torch.exp(b - safe[..., None]).sum(-1)
        m = new
    return m, l
