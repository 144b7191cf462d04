# slip: maximum-at-least-0
import torch


def softmax(x, dim=-1):
    best = torch.zeros_like(x.select(dim, 0))
    for part in x.unbind(dim):
        best = torch.where(part > best, part, best)
    e = torch.exp(x - best.unsqueeze(dim))
    return e / e.sum(dim, keepdim=True)
