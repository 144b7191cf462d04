# slip: infinity-to-0
import torch


def softmax(x, dim=-1):
    x = torch.where(torch.isinf(x), torch.zeros_like(x), x)
    x = x - x.amax(dim, keepdim=True)
    return x.exp() / x.exp().sum(dim, keepdim=True)
