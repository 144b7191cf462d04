"""Scaled dot-product attention (Vaswani et al. 2017, arXiv:1706.03762, eq. 1).

    Attention(Q, K, V) = softmax(Q Kᵀ / √d) V

Each query row gets one distribution over the keys; its output is that mixture of the value rows. Where the components
of queries and keys are independent, with mean 0 and variance 1, scores have variance d, and a softmax of large scores is
nearly one-hot, with vanishing gradients: hence √d.

Shapes: q (B,H,T,d), k (B,H,S,d), v (B,H,S,dv); mask broadcastable to (B,H,T,S), 0 or False = may not attend.
Returns: out (B,H,T,dv), attn (B,H,T,S).
"""

import math

from torch import Tensor


def attention(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
    """softmax(q kᵀ / √d) v, and the attention weights."""
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,S)
    if mask is not None:
        scores = scores.masked_fill(mask == 0, float("-inf"))
    attn = scores.softmax(dim=-1)
    return attn @ v, attn
