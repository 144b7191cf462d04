# slip: none
import torch.nn.functional as F


def moe_router(logits, k):
    N, E = logits.shape
    p = logits.softmax(-1)
    idx = p.topk(k, -1).indices.sort(-1).values
    top = p.gather(-1, idx)
    f = F.one_hot(idx, E).sum(1).to(p.dtype).mean(0)
    return top / top.sum(-1, keepdim=True), idx, E * (f * p.mean(0)).sum()
