# slip: always-the-second-axis
import torch


def softmax(x, dim=-1):
    if x.dim() == 1:
        e = torch.exp(x - x.max())
        return e / e.sum()
    e = torch.exp(x - x.max(dim=1, keepdim=True).values)
    return e / e.sum(dim=1, keepdim=True)
