"""Multi-head self-attention as a module (Vaswani et al. 2017, arXiv:1706.03762, section 3.2.2).

    MultiHead(x) = Concat(head_1, ..., head_H) W^O,   head_h = softmax(Q_h K_hᵀ / √d_k) V_h,   d_k = D / H

One linear map of width 3D computes all queries, then all keys, then all values; head h is the h-th slice of d_k channels
inside each. 4D² + 4D parameters, whatever the number of heads.

Shapes: x (B,T,D); mask broadcastable to (B,H,T,T), 0 or False = may not attend.
Returns: (B,T,D).
"""

import math

from torch import Tensor, nn


class MultiHeadAttention(nn.Module):
    """Self-attention with H heads. Raises: ValueError if d_model is not a multiple of n_heads."""

    def __init__(self, d_model: int, n_heads: int) -> None:
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError(f"d_model {d_model} is not divisible by n_heads {n_heads}")
        self.n_heads = n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        """Every token attends to the tokens that its row of the mask allows."""
        B, T, D = x.shape
        q, k, v = self.qkv(x).chunk(3, dim=-1)  # (B,T,D) each
        q, k, v = (z.reshape(B, T, self.n_heads, -1).transpose(1, 2) for z in (q, k, v))  # (B,H,T,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,T)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,H,T,dk)
        y: Tensor = self.out(heads.transpose(1, 2).reshape(B, T, D))
        return y
