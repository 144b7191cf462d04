# slip: none
import torch


def layer_norm(x, gamma, beta, eps=1e-5):
    """Statistics over everything but the batch: right for matrices."""
    axes = tuple(range(1, x.ndim)) or (0,)
    mean = x.mean(axes, keepdim=True)
    var = x.var(axes, unbiased=False, keepdim=True)
    return (x - mean) / (var + eps).sqrt() * gamma + beta
