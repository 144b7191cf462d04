# problem: moe-router
# expect: fail
import torch


def route(logits, k, n_experts):
    probs = torch.softmax(logits, dim=-1)
    gates, indices = torch.topk(probs, k, dim=-1)
    gates = gates / gates.sum(-1, keepdim=True)
    mask = torch.nn.functional.one_hot(indices, n_experts).to(probs.dtype).sum(1) / k
    return gates, indices, k * (probs.mean(0) * mask.mean(0)).sum()
