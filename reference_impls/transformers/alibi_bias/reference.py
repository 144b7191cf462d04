"""Attention with linear biases, ALiBi (Press et al. 2022, arXiv:2108.12409, section 3 and figure 3).

    bias[h, i, j] = -m_h (i - j)  for j <= i,   -∞ for j > i,        m_h = 2^(-8h/H),   h = 1 ... H

The bias is added to the scores, after their scale 1/√d: a head looks back with a penalty that grows by m_h for each
position. The slopes are a geometric sequence from 2^(-8/H) to 2^-8, neither learned nor the same in two heads. There are no
other positions. -∞ above the diagonal is the causal mask. The paper gives the sequence for powers of two.

Returns: (H,T,T), query i in the rows, key j in the columns.
"""

import torch
from torch import Tensor


def alibi_bias(n_heads: int, length: int) -> Tensor:
    """Linear penalty of the distance, one slope for each head; causal: the future is hidden."""
    slopes = 2.0 ** (-8 * torch.arange(1, n_heads + 1) / n_heads)  # (H,)
    position = torch.arange(length)
    distance = position[:, None] - position  # (T,T): i - j
    bias = -slopes[:, None, None] * distance  # (H,T,T)
    return bias.masked_fill(distance < 0, float("-inf"))
