"""From a table to batches: split, standardize, augment, shuffle."""

from collections.abc import Iterator

import torch
from torch import Tensor


def split_rows(who: Tensor, held_out: float, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Indices of the rows for training and for validation, given the patient of each row (N,)."""
    patients = who.unique()
    shuffled = patients[torch.randperm(len(patients), generator=generator)]
    chosen = torch.isin(who, shuffled[: int(len(patients) * held_out)])
    return (~chosen).nonzero().flatten(), chosen.nonzero().flatten()


def features_and_labels(table: Tensor) -> tuple[Tensor, Tensor]:
    """Features (N, F) and labels (N,) of the rows of a table."""
    return table[:, :-1], table[:, -1]


class Standardizer:
    """Gives features mean 0 and standard deviation 1, and puts the mean where one is missing."""

    def __init__(self, x: Tensor) -> None:
        known = ~x.isnan()
        count = known.sum(dim=0)
        self.mean = x.nan_to_num().sum(dim=0) / count
        squares = ((x - self.mean) ** 2).nan_to_num().sum(dim=0)
        self.std = (squares / count).sqrt()

    def apply(self, x: Tensor) -> Tensor:
        """Features (N, F), standardized, none missing."""
        return ((x - self.mean) / self.std).nan_to_num()


def augment(x: Tensor, generator: torch.Generator) -> Tensor:
    """Standardized features (B, F) with some noise, for training."""
    return x + 0.1 * torch.randn(x.shape, generator=generator)


def batches(x: Tensor, y: Tensor, size: int, generator: torch.Generator) -> Iterator[tuple[Tensor, Tensor]]:
    """All rows once, in random order, in batches of this size; the last one may be smaller."""
    order = torch.randperm(len(x), generator=generator)
    for start in range(0, len(x), size):
        rows = order[start : start + size]
        yield x[rows], y[rows]
