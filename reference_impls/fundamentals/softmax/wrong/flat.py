# slip: rows-in-one-axis
import torch


def softmax(x, dim=-1):
    flat = x.movedim(dim, -1).flatten(0, -2) if x.ndim > 1 else x[None]
    flat = torch.exp(flat - flat.amax(1, keepdim=True))
    return flat / flat.sum(1, keepdim=True)
