"""The mask of causal window attention over frames (the window of Beltagy et al. 2020, arXiv:2004.05150, section 3.1, counted in
frames and causal; block-causal attention of autoregressive video models).

    token i of frame f(i) = ⌊i/N⌋ may attend to token j  if and only if  0 ≤ f(i) - f(j) ≤ k

Frames follow each other in the sequence, N tokens each. Within a frame all see all, also what stands later in the sequence. A
frame reaches k frames back, L layers reach Lk, and the cost grows with F N² (k+1) in place of F² N².

frames F, tokens N per frame, k ≥ 0. Returns: (F·N,F·N) bool, True where row i may attend to column j.
"""

import torch
from torch import Tensor


def temporal_window_mask(frames: int, tokens: int, k: int) -> Tensor:
    """Causal: compare the frame of each query with that of each key."""
    frame = torch.arange(frames).repeat_interleave(tokens)  # (F·N,)
    back = frame[:, None] - frame[None, :]  # how many frames key j lies behind query i
    visible: Tensor = (back >= 0) & (back <= k)  # (F·N,F·N)
    return visible
