"""Rectified linear unit (Nair & Hinton 2010, ICML; Glorot, Bordes & Bengio 2011, AISTATS).

    relu(x) = max(0, x),      relu'(x) = 1 for x > 0, 0 for x < 0

The slope of 1 does not shrink a gradient on its way back, however deep the network; the slope of 0 leaves units silent. At 0
there is no derivative, and frameworks take 0.

Shapes: any. Returns: a new tensor of the same shape.
"""

from torch import Tensor


def relu(x: Tensor) -> Tensor:
    """Negative entries become 0."""
    return x.clamp(min=0)
