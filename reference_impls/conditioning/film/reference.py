"""Feature-wise linear modulation, FiLM (Perez et al. 2018, arXiv:1709.07871, eq. 2).

    FiLM(x)_{b,c,h,w} = γ_{b,c} x_{b,c,h,w} + β_{b,c}

A small network reads γ and β off the condition, one pair for each sample and channel, the same at all positions. Nothing is
normalized here: AdaIN, conditional batch norm and AdaLN are this after a normalizer.

Shapes: x (B,C,H,W), gamma and beta (B,C). Returns: (B,C,H,W).
"""

from torch import Tensor


def film(x: Tensor, gamma: Tensor, beta: Tensor) -> Tensor:
    """Scale and shift every channel of every sample."""
    return gamma[:, :, None, None] * x + beta[:, :, None, None]
