"""Batch normalisation of feature maps (Ioffe and Szegedy 2015, arXiv:1502.03167, algorithms 1 and 2, section 3.2).

    y = γ_c (x - μ_c) / √(σ²_c + ε) + β_c,   μ_c, σ²_c: mean and biased variance of channel c over N, H and W

Training normalises with the statistics of the batch and moves the running ones towards them, by the weight `momentum` of the
new value; what is kept of the variance is the unbiased estimate, n/(n-1) times as large for n = N H W. Evaluation normalises
with the running statistics, so that no sample depends on the others, and leaves them as they are.

Shapes: x (N,C,H,W), all others (C,). The running tensors are not written to.
Returns: y (N,C,H,W), new_mean (C,), new_var (C,).
"""

from torch import Tensor


def batch_norm(
    x: Tensor,
    gamma: Tensor,
    beta: Tensor,
    running_mean: Tensor,
    running_var: Tensor,
    training: bool = True,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Tensor, Tensor, Tensor]:
    """The normalised maps, and the running statistics after this call."""
    channels, axes = (1, -1, 1, 1), (0, 2, 3)
    if training:
        n = x.numel() // x.shape[1]
        mean = x.mean(dim=axes)  # (C,)
        var = (x - mean.view(channels)).square().mean(dim=axes)  # (C,)
        new_mean = (1 - momentum) * running_mean + momentum * mean
        new_var = (1 - momentum) * running_var + momentum * var * n / (n - 1)
    else:
        mean, var = running_mean, running_var
        new_mean, new_var = running_mean, running_var
    x_hat = (x - mean.view(channels)) / (var.view(channels) + eps).sqrt()  # (N,C,H,W)
    return gamma.view(channels) * x_hat + beta.view(channels), new_mean, new_var
