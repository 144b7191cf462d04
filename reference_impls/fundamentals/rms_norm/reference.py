"""Root-mean-square normalisation (Zhang and Sennrich 2019, arXiv:1910.07467, eq. 4; ε as in current libraries).

    y = w ⊙ x / √(mean(x²) + ε)

Layer normalisation without its two means: nothing is subtracted, neither from x nor in the square, and there is no shift.
The mean runs over the features of one token. It is a mean, not a sum: for w = 1 the features have mean square 1, and the
vector the length √D. ε stands inside the root, so that a vector of zeros gives zeros, with a finite gradient.

Shapes: x (...,D), weight (D,).
Returns: (...,D).
"""

from torch import Tensor


def rms_norm(x: Tensor, weight: Tensor, eps: float = 1e-6) -> Tensor:
    """Unit root mean square over the last axis, then a learned gain."""
    mean_square = x.square().mean(dim=-1, keepdim=True)  # (...,1)
    x_hat = x / (mean_square + eps).sqrt()  # (...,D)
    return x_hat * weight
