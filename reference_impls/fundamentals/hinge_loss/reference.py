"""Hinge loss of a binary classifier (Cortes & Vapnik 1995, doi:10.1007/BF00994018; Hastie et al. 2009, ESL, eq. 12.25).

    loss = 1/N Σ_n max(0, 1 - y_n f_n),     y_n ∈ {-1, +1}

y f is the margin: positive on the right side, and free of loss from 1 on. An example inside the margin pulls with slope
-y, however wrong it is, and one beyond it with 0, so that only the support vectors have a gradient. With labels 0 and 1 the
examples of class 0 would cost a constant 1 and teach nothing.

Shapes: scores, y of one shape. Returns: a scalar, the mean over all entries.
"""

from torch import Tensor


def hinge_loss(scores: Tensor, y: Tensor) -> Tensor:
    """Mean of what the margin lacks to 1."""
    return (1 - y * scores).clamp(min=0).mean()
