import torch


def softmax(x, dim=-1):
    h = x.float()
    h = h - h.amax(dim, keepdim=True)
    e = torch.exp(h)
    return (e * e.sum(dim, keepdim=True).reciprocal()).to(x.dtype)
