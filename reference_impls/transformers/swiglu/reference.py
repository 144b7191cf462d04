"""Feed-forward layer with a gated activation, SwiGLU (Shazeer 2020, arXiv:2002.05202, eq. 6).

    FFN(x) = (silu(x W_gate) ⊙ (x W_up)) W_down,        silu(z) = z σ(z)

The gate decides, channel by channel, how much of the other branch passes. silu is Swish with β = 1 (Ramachandran et al.
2017, arXiv:1710.05941). Three matrices instead of two: with a hidden width of 8d/3 the layer has as many parameters as a
plain one of width 4d. The paper has no biases, and writes W for the gate, V for the other branch and W_2 for the last.

Shapes: x (...,d), w_gate and w_up (d,h), w_down (h,e).
Returns: (...,e).
"""

import torch.nn.functional as F
from torch import Tensor


def swiglu(x: Tensor, w_gate: Tensor, w_up: Tensor, w_down: Tensor) -> Tensor:
    """(silu(x w_gate) ⊙ x w_up) w_down."""
    gate = F.silu(x @ w_gate)  # (...,h)
    up = x @ w_up  # (...,h)
    return (gate * up) @ w_down  # (...,e)
