"""A network that predicts the noise in a point."""

import math

import torch
from torch import Tensor, nn


def waves(x: Tensor, frequencies: Tensor) -> Tensor:
    """Sines and cosines of each coordinate of x (N, D) at each frequency (F,): (N, 2 D F)."""
    angles = (x[:, :, None] * frequencies).flatten(1)
    return torch.cat([angles.sin(), angles.cos()], dim=1)


class NoisePredictor(nn.Module):
    """An MLP that sees waves of the point and of the time."""

    def __init__(self, steps: int, width: int = 64) -> None:
        super().__init__()
        self.steps = steps
        self.register_buffer("of_points", math.pi / 2 * torch.tensor([0.5, 1.0, 2.0]))
        self.register_buffer("of_time", math.pi / 2 * torch.arange(1, 5))
        self.net = nn.Sequential(
            nn.Linear(2 + 12 + 8, width), nn.SiLU(), nn.Linear(width, width), nn.SiLU(), nn.Linear(width, 2)
        )

    def forward(self, x: Tensor, t: Tensor) -> Tensor:
        """Points (N, 2) at times (N,) in 0 ... steps - 1 to their noise (N, 2)."""
        time = (t / self.steps)[:, None]
        return self.net(torch.cat([x, waves(x, self.of_points), waves(time, self.of_time)], dim=1))
