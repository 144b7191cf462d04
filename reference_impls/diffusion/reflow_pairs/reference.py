"""Pairs for a round of reflow (Liu et al. 2022, arXiv:2209.03003, section 2.2, algorithm 1).

    x_{i+1} = x_i + v_θ(x_i, i/N) / N,   i = 0 ... N-1          the trained model's ODE, from noise at t = 0 to data at t = 1
    pair    = (x_0, x_N)

The next model is trained on straight lines between these pairs. Independent noise and data would give crossing lines, and a
field that averages over them; the ends of one trajectory belong together, so these lines cross less and straighten the flow.

Shapes: x0 (B,...), model(x, t) like x, with t (B,) of x0's dtype. Returns: x0 itself and x1_hat (B,...), without a graph.
"""

from collections.abc import Callable

import torch
from torch import Tensor

Model = Callable[[Tensor, Tensor], Tensor]


@torch.no_grad()
def reflow_pairs(model: Model, x0: Tensor, steps: int) -> tuple[Tensor, Tensor]:
    """Noise and the sample that the model makes of it, in `steps` Euler steps."""
    x = x0
    for i in range(steps):
        t = torch.full((x0.shape[0],), i / steps, dtype=x0.dtype, device=x0.device)  # (B,)
        x = x + model(x, t) / steps
    return x0, x
