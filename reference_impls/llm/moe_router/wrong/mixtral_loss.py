# slip: times-k
import torch.nn.functional as F


def moe_router(logits, k):
    p = logits.softmax(-1)
    top, idx = p.topk(k, -1)
    f = F.one_hot(idx, logits.shape[1]).sum(1).to(p.dtype).mean(0)
    return top / top.sum(-1, keepdim=True), idx, logits.shape[1] * (f * p.mean(0)).sum()
