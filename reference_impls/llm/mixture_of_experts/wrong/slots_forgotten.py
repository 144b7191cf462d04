# slip: largest-weight-for-all
import torch


def moe_forward(x, gate, experts, k):
    top, idx = (x @ gate).topk(k)
    w, out = top.softmax(-1).amax(-1), torch.zeros_like(x)
    for e in range(len(experts)):
        n = (idx == e).any(1).nonzero()[:, 0]
        if len(n):
            out = out.index_add(0, n, w[n, None] * experts[e](x[n]))
    return out
