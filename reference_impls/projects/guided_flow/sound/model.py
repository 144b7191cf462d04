"""A network that predicts the velocity of a point, given the time and a class."""

import math

import torch
from torch import Tensor, nn


class VelocityNet(nn.Module):
    """An MLP on the point, waves of the time, and an embedding of the class or of no class."""

    def __init__(self, classes: int, width: int = 64) -> None:
        super().__init__()
        self.null = classes
        self.register_buffer("frequencies", math.pi * torch.arange(1, 4) / 2)
        self.label_embedding = nn.Embedding(classes + 1, 8)
        self.net = nn.Sequential(
            nn.Linear(2 + 6 + 8, width), nn.SiLU(), nn.Linear(width, width), nn.SiLU(), nn.Linear(width, 2)
        )

    def forward(self, x: Tensor, t: Tensor, labels: Tensor) -> Tensor:
        """Points (N, 2), times (N,) in [0, 1] and labels (N,), `null` where there is none, to velocities (N, 2)."""
        angles = t[:, None] * self.frequencies
        return self.net(torch.cat([x, angles.sin(), angles.cos(), self.label_embedding(labels)], dim=1))
