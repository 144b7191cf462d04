# slip: statistics-constant
def batch_norm_backward(dout, x, gamma, eps=1e-5):
    ax = (0, 2, 3)
    mu = x.mean(ax, keepdim=True)
    inv = (x.var(ax, unbiased=False, keepdim=True) + eps).rsqrt()
    h = (x - mu) * inv
    return dout * inv, (dout * h).sum(ax), dout.sum(ax)
