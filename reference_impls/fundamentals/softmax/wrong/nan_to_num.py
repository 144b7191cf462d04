# slip: no-maximum-and-nan-to-0
import torch


def softmax(x, dim=-1):
    e = torch.exp(x)
    return torch.nan_to_num(e / e.sum(dim, keepdim=True))
