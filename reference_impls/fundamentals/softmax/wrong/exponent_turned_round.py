# slip: softmin
import torch


def softmax(x, dim=-1):
    m = x.amax(dim=dim, keepdim=True)
    w = torch.exp(m - x)
    return w / w.sum(dim=dim, keepdim=True)
