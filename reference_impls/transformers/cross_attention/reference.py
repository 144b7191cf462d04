"""Multi-head cross-attention as a module (Vaswani et al. 2017, arXiv:1706.03762, sections 3.2.2 and 3.2.3).

    CrossAttention(x, c) = Concat(head_1, ..., head_H) W^O,   head_h = softmax(Q_h K_hᵀ / √d_k) V_h,   d_k = D / H
    Q = x W^Q,   K = c W^K,   V = c W^V

Queries come from one sequence, keys and values from another, of another length and another width: an image that reads its
prompt, a decoder that reads its encoder. The output is as long and as wide as x; what x does not ask for never arrives. K
and V depend on the context alone, so a sampler computes them once for all its steps.

Shapes: x (B,T,d_model), context (B,S,d_context); mask broadcastable to (B,H,T,S), 0 or False = may not attend.
Returns: (B,T,d_model).
"""

import math

from torch import Tensor, nn


class CrossAttention(nn.Module):
    """Cross-attention with H heads. Raises: ValueError if d_model is not a multiple of n_heads."""

    def __init__(self, d_model: int, d_context: int, n_heads: int) -> None:
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError(f"d_model {d_model} is not divisible by n_heads {n_heads}")
        self.n_heads = n_heads
        self.q = nn.Linear(d_model, d_model)
        self.k = nn.Linear(d_context, d_model)
        self.v = nn.Linear(d_context, d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x: Tensor, context: Tensor, mask: Tensor | None = None) -> Tensor:
        """Every token of x attends to the tokens of the context that its row of the mask allows."""
        q, k, v = self.q(x), self.k(context), self.v(context)  # (B,T,D), (B,S,D), (B,S,D)
        q, k, v = (z.unflatten(-1, (self.n_heads, -1)).transpose(1, 2) for z in (q, k, v))  # (B,H,T or S,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,S)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,H,T,dk)
        y: Tensor = self.out(heads.transpose(1, 2).flatten(-2))
        return y
