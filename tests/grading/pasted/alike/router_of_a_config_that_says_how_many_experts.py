# problem: moe-router
from dataclasses import dataclass

import torch


@dataclass
class RouterConfig:
    n_experts: int
    top_k: int


def route(logits, cfg: RouterConfig):
    probs = torch.softmax(logits, dim=-1)
    gates, indices = torch.topk(probs, cfg.top_k, dim=-1)
    gates = gates / gates.sum(-1, keepdim=True)
    mask = torch.nn.functional.one_hot(indices, cfg.n_experts).to(probs.dtype).sum(1) / cfg.top_k
    return gates, indices, cfg.n_experts * (probs.mean(0) * mask.mean(0)).sum()
