# slip: causal-ignored
def attention_backward(dout, q, k, v, causal=False):
    c = q.shape[-1] ** -0.5
    p = (c * (q @ k.mT)).softmax(-1)
    dp = dout @ v.mT
    ds = c * p * (dp - (p * dp).sum(-1, keepdim=True))
    return ds @ k, ds.mT @ q, p.mT @ dout
