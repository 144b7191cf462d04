# slip: none
def layer_norm_backward(dout, x, gamma, eps=1e-5):
    mu = x.mean(-1, keepdim=True)
    rstd = (x.var(-1, keepdim=True) + eps).rsqrt()
    xhat = (x - mu) * rstd
    D = x.shape[-1]
    g = dout * gamma
    dx = rstd * (g - g.mean(-1, keepdim=True) - xhat * (g * xhat).mean(-1, keepdim=True))
    return dx, (dout * xhat).reshape(-1, D).mean(0), dout.reshape(-1, D).mean(0)
