# slip: unweighted-sum
import torch


def moe_forward(x, gate, experts, k):
    idx = (x @ gate).topk(k).indices
    out = torch.zeros_like(x)
    for e in range(len(experts)):
        n = (idx == e).any(1).nonzero()[:, 0]
        if len(n):
            out = out.index_add(0, n, experts[e](x[n]))
    return out
