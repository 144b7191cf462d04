"""Logit-normal training times (Esser et al. 2024, arXiv:2403.03206, section 3.1, eq. 19).

    t = sigmoid(m + s z),   z ~ N(0, 1)

Uniform times spend as much on both ends of the path as on its middle, where the velocity is hardest to predict. m moves the
mass toward one end, s sets the width; at m = 0 the median is 1/2. The density is 0 at t = 0 and at t = 1.

Returns: n independent times, (n,), each in (0, 1).
"""

import torch
from torch import Tensor


def logit_normal_time(n: int, mean: float = 0.0, std: float = 1.0) -> Tensor:
    """Times whose logits are Gaussian."""
    return torch.sigmoid(mean + std * torch.randn(n))
