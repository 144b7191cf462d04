# problem: moe-router
# expect: fail
# says: counts tokens, not assignments
import torch
import torch.nn.functional as F


def top_k_gating(logits, top_k):
    probs = F.softmax(logits.float(), dim=-1)
    weights, experts = torch.topk(probs, top_k, dim=-1)
    weights = weights / weights.sum(dim=-1, keepdim=True)
    return weights, experts


def load_balancing_loss(logits, top_k):
    n, num_experts = logits.shape
    probs = F.softmax(logits.float(), dim=-1)
    _, experts = torch.topk(probs, top_k, dim=-1)
    one_hot = F.one_hot(experts, num_experts).float().sum(dim=1)
    tokens_per_expert = one_hot.mean(dim=0) 
    prob_per_expert = probs.mean(dim=0)
    return num_experts * torch.sum(tokens_per_expert * prob_per_expert)
