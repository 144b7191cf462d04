# slip: summed-over-the-first-axis
def layer_norm_backward(dout, x, gamma, eps=1e-5):
    mu = x.mean(-1, keepdim=True)
    rstd = (x.var(-1, unbiased=False, keepdim=True) + eps).rsqrt()
    xhat = (x - mu) * rstd
    g = dout * gamma
    dx = rstd * (g - g.mean(-1, keepdim=True) - xhat * (g * xhat).mean(-1, keepdim=True))
    if x.dim() == 1:
        return dx, dout * xhat, dout
    return dx, (dout * xhat).sum(0), dout.sum(0)
