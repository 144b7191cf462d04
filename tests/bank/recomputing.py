"""What a second route to a number needs: its registry, and small numerical tools."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from statistics import fmean

import numpy as np
import torch
import torch.nn.functional as F

Values = Mapping[str, float | int]
Route = Callable[..., float]

RECOMPUTED: dict[str, Route] = {}


def recomputes(item: str) -> Callable[[Route], Route]:
    """Enters the function below as the second route of this item."""

    def enter(route: Route) -> Route:
        assert item not in RECOMPUTED, f"{item} is recomputed twice"
        RECOMPUTED[item] = route
        return route

    return enter


def exact(number: float) -> Fraction:
    """The decimal that the prompt shows, without the binary rounding of a float."""
    return Fraction(str(number))


def numel(*shape: int) -> int:
    return torch.empty(*shape, device="meta").numel()


def nbytes(dtype: torch.dtype, *shape: int) -> int:
    return torch.empty(*shape, device="meta", dtype=dtype).nbytes


def weights(*layers: torch.nn.Module) -> int:
    return sum(parameter.numel() for layer in layers for parameter in layer.parameters())


def linear(inputs: int, outputs: int) -> torch.nn.Module:
    return torch.nn.Linear(inputs, outputs, bias=False, device="meta")


def smallest(enough: Callable[[int], bool]) -> int:
    return next(count for count in itertools.count(1) if enough(count))


def lowest(function: Callable[[float], float], low: float, high: float) -> float:
    """The place of the minimum of a function with one valley."""
    for _ in range(120):
        third = (high - low) / 3
        low, high = (low, high - third) if function(low + third) < function(high - third) else (low + third, high)
    return (low + high) / 2


def crossing(rising: Callable[[float], float], low: float, high: float) -> float:
    """The place where a rising function is zero."""
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2


def slope(function: Callable[[float], float], x: float) -> float:
    """The derivative, by differences of fourth order."""
    h = 1e-4
    return (8 * (function(x + h) - function(x - h)) - (function(x + 2 * h) - function(x - 2 * h))) / (12 * h)


def integral(function: Callable[[np.ndarray], np.ndarray], low: float, high: float) -> float:
    """Composite Gauss-Legendre quadrature."""
    nodes, shares = np.polynomial.legendre.leggauss(20)
    edges = np.linspace(low, high, 41)
    half = (edges[1:] - edges[:-1])[:, None] / 2
    x = edges[:-1, None] + half * (1 + nodes)
    return float((half * shares * function(x)).sum())


def cross_entropy(logits: Sequence[float], target: int) -> float:
    return float(F.cross_entropy(torch.tensor(logits, dtype=torch.float64), torch.tensor(target)))


def values_with(mean: float, variance: float, count: int) -> np.ndarray:
    """As many numbers with exactly this mean and variance (divided by their number)."""
    ramp = np.arange(count) ** 2.0
    return mean + (ramp - ramp.mean()) / ramp.std() * math.sqrt(variance)


def decibels(squared_errors: Sequence[float]) -> float:
    return 20 * math.log10(255) - 10 * math.log10(fmean(squared_errors))
