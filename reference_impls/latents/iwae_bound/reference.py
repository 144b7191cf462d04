"""Importance-weighted bound (Burda et al. 2016, IWAE, arXiv:1509.00519, eq. 8).

    L_K = E[log 1/K Σ_k w_k],    w_k = p(x, z_k) / q(z_k | x),  z_k ~ q(z|x)

The mean of K weights is an unbiased estimate of p(x), so its logarithm is a lower bound of log p(x) (Jensen), and a tighter
one the larger K is; K = 1 is the ELBO. The mean is inside the logarithm: outside it would be the ELBO again. Log-weights of
images are in the thousands, where exp overflows or is 0: take the largest out first. The gradient weights the samples by
softmax(log w).

Shapes: log_w (K,B). Returns: a scalar, in nats.
"""

import math

import torch
from torch import Tensor


def iwae_bound(log_w: Tensor) -> Tensor:
    """The bound, averaged over the batch."""
    K = log_w.shape[0]
    log_mean = torch.logsumexp(log_w, dim=0) - math.log(K)  # (B,)
    return log_mean.mean()
