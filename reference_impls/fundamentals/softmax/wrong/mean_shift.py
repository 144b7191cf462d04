# slip: mean-with-the-hidden
import torch


def softmax(x, dim=-1):
    centred = x - x.mean(dim=dim, keepdim=True)
    e = centred.exp()
    return e / e.sum(dim=dim, keepdim=True)
