# slip: unbiased-variance
def batch_norm_backward(dout, x, gamma, eps=1e-5):
    ax = (0, 2, 3)
    mu = x.mean(ax, keepdim=True)
    inv = (x.var(ax, keepdim=True) + eps).rsqrt()
    h = (x - mu) * inv
    dx = gamma[None, :, None, None] * inv * (dout - dout.mean(ax, keepdim=True) - h * (dout * h).mean(ax, keepdim=True))
    return dx, (dout * h).mean(ax), dout.mean(ax)
