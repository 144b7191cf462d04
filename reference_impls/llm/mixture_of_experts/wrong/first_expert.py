# slip: only-the-first-choice
import torch


def moe_forward(x, gate, experts, k):
    idx = (x @ gate).argmax(-1)
    out = torch.zeros_like(x)
    for e in range(len(experts)):
        n = (idx == e).nonzero()[:, 0]
        if len(n):
            out = out.index_add(0, n, experts[e](x[n]))
    return out
