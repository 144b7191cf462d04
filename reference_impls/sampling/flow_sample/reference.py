"""Euler sampling of a flow model (Liu et al. 2022, arXiv:2209.03003; Lipman et al. 2022, arXiv:2210.02747, section 2).

    t_i     = i / N,  i = 0..N-1                    N equal steps from t = 0 to t = 1
    x_{i+1} = x_i + v_θ(x_i, t_i) / N               x_0 the noise, x_N the sample

t = 0 is noise, t = 1 is data, and v points from noise to data, so the increments are added. Each step uses the slope at its
start: the network sees t = 0 first and 1 - 1/N last, never t = 1. With straight paths one step is exact; the error of curved
ones falls as 1/N. (SD3, Flux and diffusers count time the other way round.)

Shapes: x0 (B,...), model(x, t) like x, with t (B,) of x0's dtype. Returns: x at t = 1 (B,...).
"""

from collections.abc import Callable

import torch
from torch import Tensor

Model = Callable[[Tensor, Tensor], Tensor]


@torch.no_grad()
def flow_sample(model: Model, x0: Tensor, steps: int) -> Tensor:
    """From noise at t = 0 to a sample at t = 1, in `steps` calls of the model."""
    x = x0
    for i in range(steps):
        t = torch.full((x0.shape[0],), i / steps, dtype=x0.dtype, device=x0.device)  # (B,)
        x = x + model(x, t) / steps
    return x
