"""Pictures of a filled square."""

import torch
from torch import Tensor

SIZE = 8
SIDES = (2, 3, 4)


def all_pictures() -> Tensor:
    """Every picture once, (110, 64), of zeros and ones."""
    pictures = []
    for side in SIDES:
        for row in range(SIZE - side + 1):
            for column in range(SIZE - side + 1):
                picture = torch.zeros(SIZE, SIZE)
                picture[row : row + side, column : column + side] = 1
                pictures.append(picture.flatten())
    return torch.stack(pictures)


def get_batch(pictures: Tensor, size: int, generator: torch.Generator) -> Tensor:
    """Random pictures, (size, 64)."""
    return pictures[torch.randint(len(pictures), (size,), generator=generator)]
