import torch


def entropy_from_logits(logits):
    p = torch.softmax(logits, -1)
    safe = torch.where(p > 0, p, torch.ones_like(p))
    return -(p * safe.log()).sum(-1)
