"""Volume rendering along rays, as in NeRF (Mildenhall et al. 2020, arXiv:2003.08934, eqs. 3 and 5).

    α_i = 1 - exp(-σ_i δ_i),    T_i = Π_{j<i} (1 - α_j) = exp(-Σ_{j<i} σ_j δ_j),    w_i = T_i α_i,    C = Σ_i w_i c_i

T_i is the chance that light reaches interval i, α_i the chance that it is stopped there, so w_i is a distribution over where
the ray ends: its sum is 1 - T_{S+1}, below 1 where light passes all intervals. Depth is the same sum over midpoints. The
integral is exact for a density and a color that are constant within each interval.

Shapes: sigma (R,S), rgb (R,S,3), edges t (R,S+1). Returns: color (R,3), depth (R,), weights (R,S).
"""

import torch
from torch import Tensor


def volume_render(sigma: Tensor, rgb: Tensor, t: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Color and depth of each ray, and how much each interval counts."""
    near, far = t[:, :-1], t[:, 1:]  # (R,S)
    alpha = 1 - torch.exp(-sigma * (far - near))  # (R,S)
    passed = torch.cumprod(1 - alpha, dim=1)  # (R,S), through this interval and all before
    reached = torch.cat([torch.ones_like(passed[:, :1]), passed[:, :-1]], dim=1)  # (R,S), T
    weights = alpha * reached
    color = (weights[..., None] * rgb).sum(dim=1)  # (R,3)
    depth = (weights * (near + far) / 2).sum(dim=1)  # (R,)
    return color, depth, weights
