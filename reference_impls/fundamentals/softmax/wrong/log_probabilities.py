# slip: log-softmax
import torch


def softmax(x, dim=-1):
    m = x.amax(dim, keepdim=True)
    return x - m - torch.log(torch.exp(x - m).sum(dim, keepdim=True))
