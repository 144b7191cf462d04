import torch
import torch.nn.functional as F


def load_balancing(p, selected, num_experts, top_k):
    mask = F.one_hot(selected, num_experts)  # N,k,E
    tokens_per_expert = torch.mean(mask.to(p.dtype), dim=0)
    router_prob = torch.mean(p, dim=0)
    return torch.sum(tokens_per_expert * router_prob.unsqueeze(0)) * num_experts / top_k


def moe_router(logits, k):
    weights = F.softmax(logits, dim=1)
    top, selected = torch.topk(weights, k, dim=-1)
    top = top / top.sum(dim=-1, keepdim=True)
    return top, selected, load_balancing(weights, selected, logits.shape[1], k)
