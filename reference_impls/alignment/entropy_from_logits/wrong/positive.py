# slip: sign
import torch


def entropy_from_logits(logits):
    p = torch.softmax(logits, dim=-1)
    return (p * torch.where(p > 0, p, torch.ones_like(p)).log()).sum(-1)
