# slip: none
import torch


def entropy_from_logits(logits):
    e = torch.exp(logits)
    p = e / e.sum(-1, keepdim=True)
    return -(p * torch.where(p > 0, p, torch.ones_like(p)).log()).sum(-1)
