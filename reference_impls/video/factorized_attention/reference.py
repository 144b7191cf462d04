"""Factorised space-time attention (Arnab et al. 2021, ViViT, arXiv:2103.15691, section 3.3, model 3, eq. 4 and 5).

    y_s = attend over the N tokens of each frame,   y_t = attend over the F frames at each position of y_s

Two reshapes turn any self-attention into it: what is not attended over goes into the batch. Scores cost F N² + N F² in place
of (F N)² for joint attention; the price is that a token reaches another place in another frame only in two steps. Here are
the two steps alone; a block of the paper has norms and residuals around each, and TimeSformer (Bertasius et al. 2021,
arXiv:2102.05095, section 3) attends over time first.

Shapes: x (B,F,N,D); attend maps (batch, length, D) to the same shape, along the length. Returns: (B,F,N,D).
"""

from collections.abc import Callable

from torch import Tensor

Attend = Callable[[Tensor], Tensor]


def factorized_attention(x: Tensor, attend: Attend) -> Tensor:
    """Attend over space inside each frame, then over time at each position."""
    B, F, N, D = x.shape
    space = attend(x.reshape(B * F, N, D)).reshape(B, F, N, D)
    tubes = space.transpose(1, 2)  # (B,N,F,D): a position's tokens through time lie together
    time = attend(tubes.reshape(B * N, F, D)).reshape(B, N, F, D)
    return time.transpose(1, 2)  # (B,F,N,D)
