import torch


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    """mean and invstd as a framework saves them, projections as its kernel has them."""
    c = lambda t: t[None, :, None, None]
    n = x.numel() // x.size(1)
    var, mean = torch.var_mean(x, dim=(0, 2, 3), correction=0)
    invstd = torch.rsqrt(var + eps)
    dotp = ((x - c(mean)) * dout).sum((0, 2, 3))
    grad_mean = dout.sum((0, 2, 3)) / n
    proj_scale = dotp / n * invstd * invstd
    dx = (dout - (x - c(mean)) * c(proj_scale) - c(grad_mean)) * c(invstd * gamma)
    return dx, dotp * invstd, dout.sum((0, 2, 3))
