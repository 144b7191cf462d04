"""Section 15."""

from __future__ import annotations

import itertools
import math

from tests.bank.recomputing import (
    crossing,
    recomputes,
)


@recomputes("q15-gain-apply")
def shown_with_gain(s: float, G: float, W: float) -> float:
    """The logarithm of the two offset values differs by the weighted gain."""
    offset = 1 / 64
    return crossing(lambda hdr: math.log2(hdr + offset) - math.log2(s + offset) - G * W, 0, 1000)


@recomputes("q15-latent-frames")
def frames_after_the_vae(frames: int) -> float:
    return 1 + sum(1 for _ in range(1, frames, 4))


@recomputes("q15-rqs-parameters")
def numbers_of_a_spline(K: int) -> float:
    knots = range(K + 1)
    bins = list(itertools.pairwise(knots))
    return len(bins) + len(bins) + len(knots)


@recomputes("q15-sliding-windows")
def windows_of_a_clip(w: int, n: int, s: int) -> float:
    ends = [w]
    while ends[-1] < n:
        ends.append(min(ends[-1] + s, n))
    return len(ends)


@recomputes("q15-token-count")
def tokens_of_a_clip(frames: int, w: int, h: int) -> float:
    times = [0, *range(1, frames, 4)]
    return sum(1 for _ in times for _ in range(0, w, 8 * 2) for _ in range(0, h, 8 * 2))


@recomputes("q15-window-pairs")
def pairs_of_frames(T: int, k: int) -> float:
    return sum(1 for query, key in itertools.product(range(T), repeat=2) if query - k <= key <= query)
