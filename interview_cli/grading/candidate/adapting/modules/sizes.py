"""Lengths of axes that a module is made with: guessed, or read off a module of unlikely ones. Imports torch."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.modules.weights_by_shape import is_named

MOST_TRIED = 64
"""Sizes of a module that are guessed from its inputs."""
UNLIKE = (13, 17, 19, 23, 29, 31, 37, 41)
"""Lengths that hardly a class has by default, and of which none is a multiple of another."""
MOST_PARTS = 16
"""An unlike length times more heads than this would make a module that takes long to make."""
Shapes = Mapping[str, tuple[int, ...]]


def sizes_to_try(number: int, values: Sequence[Any]) -> Iterator[tuple[int, ...]]:
    """Lengths of axes, the last one of the first input first."""
    shapes = [tuple(value.shape) for value in values if isinstance(value, torch.Tensor) and value.ndim]
    lengths = list(dict.fromkeys(length for shape in shapes for length in reversed(shape)))
    yield from itertools.islice(itertools.product(lengths, repeat=number), MOST_TRIED)


def sizes_of_thirds(number: int, inputs: Sequence[Any], weights: Sequence[Any]) -> Iterator[tuple[int, ...]]:
    """Lengths of which a gated layer has two thirds, beside that of the last axis of what it is given.

    `int(2 * hidden_dim / 3)`, for a `dim` that is as it is.
    """
    width = next((value.shape[-1] for value in inputs if isinstance(value, torch.Tensor) and value.ndim), None)
    lengths = list(dict.fromkeys(length for value in weights for length in reversed(tuple(value.shape))))
    wider = [-(-3 * length // 2) for length in lengths]
    tried = itertools.product(dict.fromkeys([*lengths, *wider]), repeat=number)
    yield from itertools.islice((sizes for sizes in tried if width in sizes), MOST_TRIED)


def sizes_shown(
    make: Callable[[Sequence[int]], Any], number: int, parts: Sequence[int], weights: Mapping[str, torch.Tensor]
) -> Iterator[tuple[int, ...]]:
    """Sizes that give a module the shapes of the given weights, as those of a module of unlike sizes follow from these.

    So `head_dim` is found, of which the weights have a multiple: no axis of what is given has this length. `parts`: the whole
    numbers that the class is made with, which a size may have to be a multiple of.
    """
    factor = math.lcm(*(part for part in parts if 0 < part <= MOST_PARTS))
    if not 0 < number <= len(UNLIKE) or factor > MOST_PARTS or not weights:
        return
    tried = [prime * factor for prime in UNLIKE[:number]]
    try:
        module = make(tried)
    except Exception:  # the class refuses such sizes
        return
    if isinstance(module, torch.nn.Module):
        own = {name: tuple(value.shape) for name, value in (*module.named_parameters(), *module.named_buffers())}
        given = {name: tuple(value.shape) for name, value in weights.items()}
        for pairs in (*pairs_by_names(given, own), *pairs_in_order(given, own)):
            found = solved(pairs, tried)
            if found is not None:
                yield found


def pairs_by_names(given: Shapes, own: Shapes) -> Iterator[list[tuple[int, int]]]:
    """The lengths of each given weight beside those of the one own weight of its name: as they are, then all turned."""
    named = {name: [key for key in own if is_named(name, key) and len(own[key]) == len(given[name])] for name in given}
    if all(len(keys) == 1 for keys in named.values()):
        yield from side_by_side([(given[name], own[keys[0]]) for name, keys in named.items()])


def pairs_in_order(given: Shapes, own: Shapes) -> Iterator[list[tuple[int, int]]]:
    """The lengths of the weights with as many axes, if there are as many weights, in order."""
    alike = [shape for shape in own.values() if len(shape) in {len(one) for one in given.values()}]
    if len(alike) == len(given):
        yield from side_by_side(list(zip(given.values(), alike, strict=True)))


def side_by_side(shapes: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> Iterator[list[tuple[int, int]]]:
    """Length beside length; matrices of linear layers are the transposed of what is given."""
    if all(len(one) == len(two) for one, two in shapes):
        yield [pair for one, two in shapes for pair in zip(one, two, strict=True)]
        yield [pair for one, two in shapes for pair in zip(one, two[::-1] if len(two) == 2 else two, strict=True)]


def solved(pairs: Sequence[tuple[int, int]], tried: Sequence[int]) -> tuple[int, ...] | None:
    """The one size for each that was tried, of which the lengths are the same multiples; None if they contradict each other."""
    found = dict[int, int]()
    for length, own in pairs:
        shown = [place for place, prime in enumerate(UNLIKE[: len(tried)]) if own % prime == 0]
        if len(shown) != 1:
            continue
        size = Fraction(length * tried[shown[0]], own)
        if size.denominator != 1 or found.setdefault(shown[0], size.numerator) != size.numerator:
            return None
    return tuple(found[place] for place in range(len(tried))) if len(found) == len(tried) else None
