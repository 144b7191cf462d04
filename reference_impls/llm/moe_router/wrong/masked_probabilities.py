# slip: none
import torch
import torch.nn.functional as F


def moe_router(logits, k):
    N, E = logits.shape
    top, idx = logits.topk(k, -1)
    p = torch.full_like(logits, float("-inf")).scatter(-1, idx, top).softmax(-1)
    f = F.one_hot(idx, E).to(p.dtype).mean((0, 1))
    return p.gather(-1, idx), idx, E * (f * p.mean(0)).sum()
