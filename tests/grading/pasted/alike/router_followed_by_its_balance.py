# problem: moe-router
# says: are graded together as moe_router
import torch
import torch.nn.functional as F


def route(logits, top_k=2):
    probs = torch.softmax(logits, dim=-1)
    top_probs, top_experts = probs.topk(top_k, dim=-1)
    return top_probs / top_probs.sum(dim=-1, keepdim=True), top_experts


def balance_loss(logits, indices, coef=0.01):
    tokens, experts = logits.shape
    mean_probs = torch.softmax(logits, dim=-1).mean(dim=0)
    chosen = F.one_hot(indices, experts).float().sum(dim=(0, 1)) / indices.numel()
    return coef * experts * (chosen * mean_probs).sum()
