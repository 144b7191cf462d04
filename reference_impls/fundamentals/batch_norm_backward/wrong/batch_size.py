# slip: divided-by-the-batch
def batch_norm_backward(dout, x, gamma, eps=1e-5):
    ax, N = (0, 2, 3), x.shape[0]
    mu = x.mean(ax, keepdim=True)
    inv = (x.var(ax, unbiased=False, keepdim=True) + eps).rsqrt()
    h = (x - mu) * inv
    db, dg = dout.sum(ax, keepdim=True), (dout * h).sum(ax, keepdim=True)
    dx = gamma[None, :, None, None] * inv / N * (N * dout - db - h * dg)
    return dx, dg.flatten(), db.flatten()
