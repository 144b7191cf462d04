"""Maximum and denominator of a softmax in one pass (Milakov & Gimelshein 2018, arXiv:1805.02867, algorithm 3).

    for each block of scores s:   m' = max(m, max_j s_j),   ℓ' = ℓ exp(m - m') + Σ_j exp(s_j - m')

m is the running maximum, ℓ the sum of exp(s - m) over all that was read. What was summed up under an old maximum is brought
to the new one by exp(m - m'), which is never above 1; a block need not be kept once it is read. FlashAttention carries its
output along by the same factor. Where nothing but -inf has been read, m is -inf, and -inf - (-inf) is NaN: subtract 0 there.

Shapes: blocks (...,n_i), any number of them, read once each.
Returns: m and ℓ, both (...).
"""

import math
from collections.abc import Iterable

import torch
from torch import Tensor


def online_softmax_stats(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    """The maximum of all scores of a row, and the sum of exp(s - maximum)."""
    m, l = torch.tensor(-math.inf), torch.tensor(0.0)
    for s in blocks:  # (...,n_i)
        m_new = torch.maximum(m, s.amax(dim=-1))  # (...)
        shift = m_new.masked_fill(m_new == -math.inf, 0.0)  # (...)
        l = l * (m - shift).exp() + (s - shift[..., None]).exp().sum(dim=-1)
        m = m_new
    return m, l
