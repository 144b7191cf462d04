"""The momentum update of a target network (He et al. 2020, MoCo, arXiv:1911.05722, eq. 2; Grill et al. 2020, BYOL,
arXiv:2006.07733, eq. 1).

    θ_target ← m θ_target + (1 - m) θ_online

The target follows slowly, by about 1 / (1 - m) steps, and never gets a gradient: the update is in place, and no part of the
graph. Buffers, such as the running statistics of batch norm, are not averaged again but copied.

online, target: torch.nn.Modules of the same structure. Returns nothing.
"""

import torch
from torch import nn


@torch.no_grad()
def momentum_update(online: nn.Module, target: nn.Module, m: float = 0.996) -> None:
    """Average the parameters into the target, copy the buffers."""
    for o, t in zip(online.parameters(), target.parameters(), strict=True):
        t.mul_(m).add_(o, alpha=1 - m)
    for source, kept in zip(online.buffers(), target.buffers(), strict=True):
        kept.copy_(source)
