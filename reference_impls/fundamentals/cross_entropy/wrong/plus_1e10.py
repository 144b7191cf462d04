# slip: probability-at-least-1e-10
import torch


def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=-1)
    rows = torch.arange(logits.size(0))
    return -torch.log(p[rows, targets] + 1e-10).mean()
