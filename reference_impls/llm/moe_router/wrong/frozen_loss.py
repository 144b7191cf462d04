# slip: loss-detached
import torch
import torch.nn.functional as F


def moe_router(logits, k):
    N, E = logits.shape
    p = logits.softmax(-1)
    top, idx = p.topk(k, -1)
    with torch.no_grad():
        aux = E * (F.one_hot(idx, E).to(p.dtype).mean((0, 1)) * p.mean(0)).sum()
    return top / top.sum(-1, keepdim=True), idx, aux
