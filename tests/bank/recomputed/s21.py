"""Section 21."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import torch

from tests.bank.recomputing import (
    nbytes,
    recomputes,
)


@recomputes("q21-codebook-bits")
def bits_of_a_weight(g: int, M: int, K: int) -> float:
    return sum((K - 1).bit_length() for _ in range(M)) / g


@recomputes("q21-decode-bound")
def seconds_to_read_the_weights(P: int, G: int) -> float:
    return nbytes(torch.float16, P * 10**9) / G / 3.35e12


@recomputes("q21-model-bytes")
def bytes_with_scales(P: int, b: int, g: int) -> float:
    bits_of_a_group = sum(b for _ in range(g)) + 16 + b
    return float(Fraction(P * 10**9, g) * bits_of_a_group / 8)


@recomputes("q21-outlier-error")
def codes_of_ordinary_values(m: int) -> float:
    values = np.append(np.linspace(-3, 3, 20_001), m)
    codes = np.rint(values / (np.abs(values).max() / 127))
    return len(np.unique(codes[:-1]))


@recomputes("q21-paged-waste")
def empty_slots(L: int, B: int) -> float:
    free = 0
    for _ in range(L):
        free = free - 1 if free else B - 1
    return free


@recomputes("q21-static-utilisation")
def useful_slot_steps(a: int, b: int, c: int, d: int) -> float:
    needed = np.array([a, b, c, d])
    busy = np.arange(needed.max())[:, None] < needed
    return float(busy.mean())


@recomputes("q21-zero-point")
def code_of_zero(lo: float, hi: float) -> float:
    scale = (hi - lo) / 255
    return min(range(256), key=lambda z: abs(scale * (0 - z) - lo) + abs(scale * (255 - z) - hi))
