"""What holds of all wrong values at once, where no slip and no factor explains them. Judge's side; imports torch."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor

from interview_cli.grading.judge.compare import Comparer, as_tensor, unwrapped

LEAST_PLACED = 3
"""So many results, and so many places along the axis, make it more than chance that only one place is wrong."""
LEAST_ASIDE = 5
"""So many numbers on one side are more than chance."""
FEWEST_DIGITS, MOST_DIGITS = 3, 7
"""How many right digits wrong values may have that are said to be nearly right; with more, they are rounded as they come."""


class Wrong(NamedTuple):
    """An answer and the right one as float64 tensors of one shape, and which entries are off."""

    value: Tensor
    target: Tensor
    entries: Tensor


def pattern_of(differing: Iterable[tuple[Any, Any, Comparer]]) -> str | None:
    """One sentence that is true of every wrong value: where it stands, or to which side it is off; None if none is.

    `differing` has what came back, what is right, and how the two were compared.
    """
    wrong = wrong_values(differing)
    if not all(bool(each.entries.any()) for each in wrong):
        return None  # it is the type or the shape that is wrong
    return common_place(wrong) or common_precision(wrong) or common_direction(wrong)


def wrong_values(differing: Iterable[tuple[Any, Any, Comparer]]) -> list[Wrong]:
    """All wrong results, if each is a real tensor of the right shape; else none, for nothing holds of all then."""
    found = []
    for whole, right, comparer in differing:
        for got, want in differing_parts(unwrapped(whole), right, comparer):
            value, target = as_tensor(unwrapped(got)), as_tensor(unwrapped(want))
            if value is None or target is None or value.shape != target.shape or target.dtype is torch.bool:
                return []
            if value.is_complex() or target.is_complex():
                return []
            entries = comparer.wrong_entries(value, target)
            found.append(Wrong(value.detach().double(), target.detach().double(), entries))
    return found


def common_place(wrong: Sequence[Wrong]) -> str | None:
    """Whether all results are wrong at one end of an axis alone."""
    for axis in range(-1, -min((each.value.ndim for each in wrong), default=0) - 1, -1):
        if len(wrong) < LEAST_PLACED or any(each.entries.shape[axis] < LEAST_PLACED for each in wrong):
            continue
        for place, words in ((0, "first"), (-1, "last")):
            if all(bool(each.entries.sum() == each.entries.select(axis, place).sum()) for each in wrong):
                return f"Only the {words} entries along {'the last axis' if axis == -1 else f'axis {axis}'} are wrong."
    return None


def common_precision(wrong: Sequence[Wrong]) -> str | None:
    """Whether all that is wrong is nearly right."""
    errors = torch.cat(
        [((each.value - each.target) / each.target).abs()[each.entries] for each in wrong] or [torch.empty(0)]
    )
    if errors.numel() < LEAST_ASIDE or not bool(errors.isfinite().all()):
        return None
    digits = math.floor(-math.log10(float(errors.max())))
    if not FEWEST_DIGITS <= digits <= MOST_DIGITS:
        return None
    return (
        f"Every value that is wrong is right to {digits} digits. Is a constant of yours rounded, is an eps another one, or is "
        "something computed in a lower precision?"
    )


def common_direction(wrong: Sequence[Wrong]) -> str | None:
    """Whether all that is wrong is off to one side."""
    off = [(each.value - each.target)[each.entries] for each in wrong]
    differences = torch.cat(off) if off else torch.empty(0)
    if differences.numel() < LEAST_ASIDE or not bool(differences.isfinite().all()):
        return None
    if bool((differences < 0).all()):
        return "Every value that is wrong is too small."
    return "Every value that is wrong is too large." if bool((differences > 0).all()) else None


def differing_parts(got: Any, want: Any, comparer: Comparer) -> Iterator[tuple[Any, Any]]:
    """The pair, or of several results those that differ."""
    if not (isinstance(want, tuple) and isinstance(got, tuple | list) and len(got) == len(want)):
        yield got, want
        return
    for own, right in zip(got, want, strict=True):
        if not comparer.agrees(own, right):
            yield own, right
