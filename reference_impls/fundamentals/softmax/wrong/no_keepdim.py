# slip: axis-lost-by-the-maximum-too
import torch


def softmax(x, dim=-1):
    e = torch.exp(x - torch.amax(x, dim))
    return e / torch.sum(e, dim)
