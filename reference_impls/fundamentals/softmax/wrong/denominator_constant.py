# slip: normaliser-detached
import torch


def softmax(x, dim=-1):
    z = torch.exp(x - x.amax(dim, keepdim=True))
    with torch.no_grad():
        total = z.sum(dim, keepdim=True)
    return z / total
