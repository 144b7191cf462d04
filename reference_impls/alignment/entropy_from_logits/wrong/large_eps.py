# slip: none
import torch


def entropy_from_logits(logits):
    p = torch.softmax(logits, dim=-1)
    return -(p * torch.log(p + 1e-2)).sum(-1)
