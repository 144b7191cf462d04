# slip: none
import torch


def moe_forward(x, gate, experts, k):
    top, idx = (x @ gate).topk(k)
    w = torch.zeros(len(x), len(experts), dtype=x.dtype).scatter(1, idx, top.softmax(-1))
    return sum(w[:, e, None] * experts[e](x) for e in range(len(experts)))
