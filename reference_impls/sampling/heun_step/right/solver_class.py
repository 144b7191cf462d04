from dataclasses import dataclass
from typing import Callable

import torch


@dataclass
class Tableau:
    nodes: tuple
    weights: tuple


HEUN = Tableau(nodes=(0.0, 1.0), weights=(0.5, 0.5))


class Solution:
    def heun_step(self, v: Callable, x: torch.Tensor, t, dt) -> torch.Tensor:
        slopes = []
        for c in HEUN.nodes:
            point = x if not slopes else x + c * dt * slopes[-1]
            slopes.append(v(point, t + c * dt))
        return x + dt * sum(w * k for w, k in zip(HEUN.weights, slopes))
