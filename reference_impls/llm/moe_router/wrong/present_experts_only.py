# slip: none
def moe_router(logits, k):
    N, E = logits.shape
    p = logits.softmax(-1)
    top, idx = p.topk(k, -1)
    used, counts = idx.unique(return_counts=True)
    aux = len(used) * (counts / (N * k) * p.mean(0)[used]).sum()
    return top / top.sum(-1, keepdim=True), idx, aux
