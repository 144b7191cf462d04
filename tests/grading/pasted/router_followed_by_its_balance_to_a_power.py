# problem: moe-router
# expect: fail

import torch
import torch.nn.functional as F


def route(logits, k):
    probs = F.softmax(logits, dim=-1)
    gates, indices = probs.topk(k, dim=-1)
    gates = gates / gates.sum(-1, keepdim=True)
    return gates, indices


def load_balancing(logits, indices, weight=2.0):
    E = logits.shape[-1]
    P = F.softmax(logits, dim=-1).mean(0)
    f = F.one_hot(indices, E).float().mean(dim=(0, 1))
    return E * (f * P**weight).sum()
