# problem: moe-router
# says: choose and balance_loss are graded together as moe_router
import torch
import torch.nn.functional as F


def choose(logits, top_k):
    weights, experts = torch.softmax(logits, dim=-1).topk(top_k, dim=-1)
    return weights / weights.sum(dim=-1, keepdim=True), experts


def balance_loss(logits, experts, coef=0.01):
    number = logits.shape[-1]
    shares = F.one_hot(experts, number).float().mean(dim=(0, 1))
    return coef * number * (shares * torch.softmax(logits, dim=-1).mean(dim=0)).sum()


def usage(experts, number=8):
    return torch.bincount(experts.reshape(-1), minlength=number)
