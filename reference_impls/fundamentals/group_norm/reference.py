"""Group normalisation (Wu & He 2018, arXiv:1803.08494, eqs. 1, 2, 6 and 7; ε as in PyTorch).

    y = γ_c x̂ + β_c,   x̂ = (x - μ) / √(σ² + ε),   μ, σ² over the C/G channels of a group and all positions

The statistics belong to one group of one sample, so that they don't depend on the batch, and are the same in training and
evaluation. One group is layer normalisation of the whole sample, C groups are instance normalisation. Gain and shift stay
those of each channel. The variance divides by the number of values, and ε stands inside the root.

Shapes: x (N,C,H,W), gamma (C,), beta (C,); groups divides C, and a group is C/G channels that follow each other.
Returns: (N,C,H,W).
"""

from torch import Tensor


def group_norm(x: Tensor, groups: int, gamma: Tensor, beta: Tensor, eps: float = 1e-5) -> Tensor:
    """Zero mean and unit variance over each sample's groups of channels, then each channel's scale and shift."""
    N, C, H, W = x.shape
    grouped = x.reshape(N, groups, -1)  # (N,G,C/G·H·W)
    mu = grouped.mean(dim=-1, keepdim=True)  # (N,G,1)
    var = (grouped - mu).square().mean(dim=-1, keepdim=True)  # (N,G,1)
    x_hat = ((grouped - mu) / (var + eps).sqrt()).reshape(N, C, H, W)
    return gamma.reshape(C, 1, 1) * x_hat + beta.reshape(C, 1, 1)
