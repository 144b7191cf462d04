"""Points of six clusters on a ring, and their normalization."""

import math

import torch
from torch import Tensor

CENTER = (4.0, -2.0)
RADIUS = 3.0
SPREAD = 0.2


def centers() -> Tensor:
    """Centers of the clusters, (6, 2)."""
    angles = torch.arange(6) * (math.pi / 3)
    return torch.tensor(CENTER) + RADIUS * torch.stack([angles.cos(), angles.sin()], dim=1)


def make_points(count: int, generator: torch.Generator) -> Tensor:
    """Random points of the clusters, (count, 2)."""
    which = torch.randint(6, (count,), generator=generator)
    return centers()[which] + SPREAD * torch.randn(count, 2, generator=generator)


class Normalizer:
    """Moves points to mean 0 and standard deviation 1 in each coordinate, and back."""

    def __init__(self, points: Tensor) -> None:
        self.mean = points.mean(dim=0)
        self.std = points.std(dim=0)

    def apply(self, points: Tensor) -> Tensor:
        """Points (N, 2), normalized."""
        return (points - self.mean) / self.std

    def undo(self, points: Tensor) -> Tensor:
        """Normalized points (N, 2) in the units of the data."""
        return points * self.std + self.mean


def distance_to_center(points: Tensor) -> float:
    """Mean distance of points (N, 2) to the nearest center."""
    return torch.cdist(points, centers()).min(dim=1).values.mean().item()
