# slip: none
import torch


def moe_router(logits, k):
    p = torch.softmax(logits, -1)
    g, i = p.topk(k, -1)
    f = torch.bincount(i.flatten()).to(p.dtype) / i.numel()
    e = len(f)
    return g / g.sum(-1, keepdim=True), i, logits.shape[1] * (f * p.mean(0)[:e]).sum() * e / logits.shape[1]
