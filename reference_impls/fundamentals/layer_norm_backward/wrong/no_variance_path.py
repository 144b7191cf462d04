# slip: deviation-constant
def layer_norm_backward(dout, x, gamma, eps=1e-5):
    mu = x.mean(-1, keepdim=True)
    rstd = (x.var(-1, unbiased=False, keepdim=True) + eps).rsqrt()
    xhat = (x - mu) * rstd
    D = x.shape[-1]
    g = dout * gamma * rstd
    return g - g.mean(-1, keepdim=True), (dout * xhat).reshape(-1, D).sum(0), dout.reshape(-1, D).sum(0)
