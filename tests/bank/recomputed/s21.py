"""Section 21."""

from __future__ import annotations

import math
from fractions import Fraction
from statistics import fmean

import numpy as np
import torch

from tests.bank.recomputing import (
    exact,
    linear,
    nbytes,
    recomputes,
    weights,
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


@recomputes("q21-diffusion-levers")
def passes_before_and_after(S: int, n: int) -> float:
    before, after = [2 for _ in range(S)], [1 for _ in range(n)]
    return sum(before) / sum(after)


@recomputes("q21-coalescing")
def bytes_of_touched_sectors(k: int) -> float:
    touched = {byte // 32 for lane in range(32) for byte in range(4 * k * lane, 4 * k * lane + 4)}
    return 32 * len(touched)


@recomputes("q21-occupancy")
def resident_threads(r: int, t: int) -> float:
    blocks, free, room = 0, 65_536, 2048
    while free >= r * t and room >= t:
        blocks, free, room = blocks + 1, free - r * t, room - t
    return blocks * t / 2048


@recomputes("q21-bytes-in-flight")
def bytes_asked_for_before_the_first_arrives(l: int, W: float) -> float:
    bytes_of_a_nanosecond = exact(W) * 10**12 / 10**9
    return float(sum(bytes_of_a_nanosecond for _ in range(l)))


@recomputes("q21-fused-chain")
def passes_over_memory(k: int) -> float:
    apart = [("read", "write") for _ in range(k)]
    return sum(len(kernel) for kernel in apart) / len(("read", "write"))


@recomputes("q21-width-cost")
def multiply_adds_that_remain(r: int) -> float:
    whole, pruned = 100, 100 - r
    return weights(linear(pruned, pruned)) / weights(linear(whole, whole))


@recomputes("q21-mx-bits")
def bits_of_a_block(b: int, s: int, k: int) -> float:
    return (s + sum(b for _ in range(k))) / k


@recomputes("q21-mx-scaled-maximum")
def nearest_value_of_the_block(a: float) -> float:
    """Every E2M1 value at the block's scale, and the nearest of them."""
    scale = 2.0 ** (math.frexp(a)[1] - 1 - 2)
    normal = [math.ldexp(1 + mantissa / 2, exponent) for exponent in range(3) for mantissa in range(2)]
    assert max(normal) == 6
    return min((scale * element for element in (0, 0.5, *normal)), key=lambda stored: abs(stored - a))


@recomputes("q21-prefix-tokens")
def tokens_in_full_blocks(B: int, P: int) -> float:
    return sum(1 for token in range(P) if (token // B + 1) * B <= P)


@recomputes("q21-cache-transfer")
def seconds_to_move_the_cache(T: int, W: int) -> float:
    return nbytes(torch.float16, 2, 80, 8, T, 128) / (W * 1e9)


@recomputes("q21-little")
def requests_at_one_moment(r: int, n: int) -> float:
    """Arrivals at equal distances, counted at one late moment; averaged over a period."""
    period, stay = Fraction(1, r), Fraction(2, 5) + n * Fraction(3, 100)
    moments = [stay + Fraction(2 * i + 1, 2000) * period for i in range(1000)]
    return fmean(float(moment // period - max((moment - stay) // period, -1)) for moment in moments)


@recomputes("q21-queue-time")
def seconds_in_the_system(mu: int, u: int) -> float:
    """The balanced birth-death chain gives the mean number, Little's law the time."""
    load = u / 100
    shares = load ** np.arange(2000)
    number = float(np.arange(2000) @ shares / shares.sum())
    return number / (load * mu)


@recomputes("q21-acceptance")
def drafts_that_pass(a: float, b: float) -> float:
    target, draft = [0.5, 0.3, 0.2], [a, b, 1 - a - b]
    return sum(q * min(1, p / q) for p, q in zip(target, draft, strict=True))
