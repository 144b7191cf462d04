# slip: residual
def moe_forward(x, gate, experts, k):
    top, idx = (x @ gate).topk(k)
    w, out = top.softmax(-1), x
    for e in range(len(experts)):
        n, s = (idx == e).nonzero(as_tuple=True)
        if len(n):
            out = out.index_add(0, n, w[n, s, None] * experts[e](x[n]))
    return out
