# slip: weights-detached
import torch


def moe_forward(x, gate, experts, k):
    with torch.no_grad():
        top, idx = (x @ gate).topk(k)
        w = top.softmax(-1)
    out = torch.zeros_like(x)
    for e in range(len(experts)):
        n, s = (idx == e).nonzero(as_tuple=True)
        if len(n):
            out = out.index_add(0, n, w[n, s, None] * experts[e](x[n]))
    return out
