# slip: sums-for-means
def batch_norm_backward(dout, x, gamma, eps=1e-5):
    ax = (0, 2, 3)
    mu = x.mean(ax, keepdim=True)
    inv = (x.var(ax, unbiased=False, keepdim=True) + eps).rsqrt()
    h = (x - mu) * inv
    dx = gamma[None, :, None, None] * inv * (dout - dout.sum(ax, keepdim=True) - h * (dout * h).sum(ax, keepdim=True))
    return dx, (dout * h).sum(ax), dout.sum(ax)
