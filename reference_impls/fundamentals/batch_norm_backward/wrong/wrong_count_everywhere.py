# slip: all-divided-by-the-positions
def batch_norm_backward(dout, x, gamma, eps=1e-5):
    n, c, h, w = x.shape
    m, dims = h * w, (0, 2, 3)
    centered = x - x.sum(dims, keepdim=True) / m
    std = ((centered**2).sum(dims, keepdim=True) / m + eps).sqrt()
    norm = centered / std
    g = dout * gamma[None, :, None, None]
    dx = (m * g - g.sum(dims, keepdim=True) - norm * (g * norm).sum(dims, keepdim=True)) / (m * std)
    return dx, (dout * norm).sum(dims), dout.sum(dims)
