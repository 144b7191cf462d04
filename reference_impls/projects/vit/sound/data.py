"""Noisy 8x8 pictures of a cross, a ring, a line or a corner."""

import torch
from torch import Tensor

SIZE = 8
STAMPS = torch.tensor(
    [
        [[0, 1, 0], [1, 1, 1], [0, 1, 0]],
        [[1, 1, 1], [1, 0, 1], [1, 1, 1]],
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        [[1, 0, 0], [1, 0, 0], [1, 1, 1]],
    ]
).float()
CLASSES = len(STAMPS)


def get_batch(size: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Pictures (size, SIZE, SIZE) and their classes (size,)."""
    labels = torch.randint(CLASSES, (size,), generator=generator)
    corners = 2 * torch.randint(3, (size, 2), generator=generator)
    pictures = 0.3 * torch.randn(size, SIZE, SIZE, generator=generator)
    for picture, label, (row, column) in zip(pictures, labels, corners.tolist(), strict=True):
        picture[row : row + 3, column : column + 3] += STAMPS[label]
    return pictures, labels
