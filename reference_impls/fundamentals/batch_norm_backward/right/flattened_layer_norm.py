import torch


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    """Channels first, then everything else is one row."""
    N, C, H, W = x.shape
    X, D = (t.permute(1, 0, 2, 3).reshape(C, -1) for t in (x, dout))
    m = X.shape[1]
    mu = X.mean(1, keepdim=True)
    rstd = 1 / (X.var(1, unbiased=False, keepdim=True) + eps).sqrt()
    h = (X - mu) * rstd
    dX = gamma[:, None] * rstd / m * (m * D - D.sum(1, keepdim=True) - h * (D * h).sum(1, keepdim=True))
    return dX.reshape(C, N, H, W).permute(1, 0, 2, 3), (D * h).sum(1), D.sum(1)
