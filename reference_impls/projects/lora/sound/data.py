"""Ten classes of vectors, and the same classes seen through a mirror."""

import torch
from torch import Tensor

WIDTH = 32
CLASSES = 10
NOISE = 1.2


def prototypes() -> Tensor:
    """The mean of each class, (CLASSES, WIDTH)."""
    return torch.randn(CLASSES, WIDTH, generator=torch.Generator().manual_seed(11))


def mirror() -> Tensor:
    """The matrix of sixteen reflections, (WIDTH, WIDTH)."""
    matrix = torch.eye(WIDTH)
    for normal in torch.randn(16, WIDTH, generator=torch.Generator().manual_seed(12)):
        unit = normal / normal.norm()
        matrix = matrix - 2 * torch.outer(matrix @ unit, unit)
    return matrix


def old_domain(count: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Vectors (count, WIDTH) and their classes (count,)."""
    labels = torch.randint(CLASSES, (count,), generator=generator)
    return prototypes()[labels] + NOISE * torch.randn(count, WIDTH, generator=generator), labels


def new_domain(count: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """The same in the mirror."""
    x, labels = old_domain(count, generator)
    return x @ mirror(), labels
