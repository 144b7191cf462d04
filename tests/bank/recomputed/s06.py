"""Section 6."""

from __future__ import annotations

import itertools

from tests.bank.recomputing import (
    cross_entropy,
    recomputes,
)


@recomputes("q06-infonce-value")
def info_nce(s: float, u: float, K: int, t: float) -> float:
    return cross_entropy([s / t] + [u / t] * K, 0)


@recomputes("q06-mae-visible")
def visible_patches(p: int, r: float, h: int) -> float:
    corners = list(itertools.product(range(0, h, p), repeat=2))
    return len(corners) - round(len(corners) * r)


@recomputes("q06-receptive-field")
def pixels_behind_one_output(a: int, s: int, b: int, t: int, c: int) -> float:
    seen = {0}
    for kernel, stride in ((c, 1), (b, t), (a, s)):
        seen = {place * stride + tap for place in seen for tap in range(kernel)}
    return max(seen) - min(seen) + 1


@recomputes("q06-simclr-negatives")
def views_of_other_images(n: int) -> float:
    views = [(image, view) for image in range(n) for view in range(2)]
    return sum(1 for image, _ in views if image != views[0][0])
