# slip: only-the-first-choice
import torch.nn.functional as F


def moe_router(logits, k):
    N, E = logits.shape
    p = logits.softmax(-1)
    top, idx = p.topk(k, -1)
    f = F.one_hot(p.argmax(-1), E).to(p.dtype).mean(0)
    return top / top.sum(-1, keepdim=True), idx, E * (f * p.mean(0)).sum()
