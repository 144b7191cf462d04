"""Points of three classes that overlap."""

import math

import torch
from torch import Tensor

CLASSES = 3
SPREAD = 0.55


def centers() -> Tensor:
    """The center of each class, (CLASSES, 2)."""
    angles = 2 * math.pi * torch.arange(CLASSES) / CLASSES
    return 1.5 * torch.stack([angles.cos(), angles.sin()], dim=1)


def make_points(count: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Points (count, 2) and their labels (count,)."""
    labels = torch.randint(CLASSES, (count,), generator=generator)
    return centers()[labels] + SPREAD * torch.randn(count, 2, generator=generator), labels


def get_batch(points: Tensor, labels: Tensor, size: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Some of the points, with their labels."""
    chosen = torch.randint(len(points), (size,), generator=generator)
    return points[chosen], labels[chosen]
