# slip: mean-part-added
def batch_norm_backward(dout, x, gamma, eps=1e-5):
    n, c, h, w = x.shape
    m, dims = n * h * w, (0, 2, 3)
    std = (x.var(dims, unbiased=False, keepdim=True) + eps).sqrt()
    norm = (x - x.mean(dims, keepdim=True)) / std
    g = dout * gamma[None, :, None, None]
    dx = (m * g + g.sum(dims, keepdim=True) + norm * (g * norm).sum(dims, keepdim=True)) / (m * std)
    return dx, (dout * norm).sum(dims), dout.sum(dims)
