"""Inverted dropout (Srivastava et al. 2014, JMLR 15, sections 4 and 10: scaled while training).

    y_i = m_i x_i / (1 - p),    m_i ~ Bernoulli(1 - p), one draw for each entry        in training
    y   = x                                                                            in evaluation

E[y] = x, so that evaluation needs no scale. The gradient is that of a product with a constant: the same mask, the same scale.
At p = 1 nothing is left, and 0/0 has to be kept out.

x: any shape; p in [0, 1], the probability to drop. Returns: the shape of x.
"""

import torch
from torch import Tensor


def dropout(x: Tensor, p: float, training: bool = True) -> Tensor:
    """Each entry is dropped with probability p, the others grow by 1 / (1 - p)."""
    if not training or p == 0:
        return x
    if p == 1:
        return x * 0
    kept = torch.rand(x.shape) >= p
    return x * kept / (1 - p)
