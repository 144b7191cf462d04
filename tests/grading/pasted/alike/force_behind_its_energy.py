# problem: energy-score
from typing import Callable

import torch


def evaluate_probe(
    energy_function: Callable[[torch.Tensor], torch.Tensor],
    raw: torch.Tensor,
):
    geometry = raw.detach().clone().requires_grad_(True)
    energy = energy_function(geometry)
    force = -torch.autograd.grad(energy.sum(), geometry, create_graph=False)[0]
    return energy.detach(), force
