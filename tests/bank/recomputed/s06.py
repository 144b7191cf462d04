"""Section 6."""

from __future__ import annotations

import itertools
import math
from collections import deque

import numpy as np
import torch
import torch.nn.functional as F

from tests.bank.recomputing import (
    cross_entropy,
    linear,
    numel,
    recomputes,
    weights,
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


@recomputes("q06-bottleneck-weights")
def weights_of_a_bottleneck(w: int) -> float:
    down, inner, up = ((w, w // 4, 1), (w // 4, w // 4, 3), (w // 4, w, 1))
    return weights(*(torch.nn.Conv2d(*shape, bias=False, device="meta") for shape in (down, inner, up)))


@recomputes("q06-conv-parameters")
def parameters_by_torch(c: int, o: int, F: int, h: int) -> float:
    """The size of the image plays no part."""
    return weights(torch.nn.Conv2d(c, o, F, device="meta"))


@recomputes("q06-dense-ratio")
def dense_against_convolution(F: int, h: int) -> float:
    """The channels cancel; here 6 in and out."""
    dense = linear(6 * h * h, 6 * h * h)
    return weights(dense) / weights(torch.nn.Conv2d(6, 6, F, bias=False, device="meta"))


@recomputes("q06-dilated-width")
def window_of_a_dilated_kernel(k: int, d: int) -> float:
    places = [tap * d for tap in range(k)]
    return len(range(places[0], places[-1] + 1))


@recomputes("q06-effective-width")
def spread_of_the_influence(L: int) -> float:
    row = np.ones(1)
    for _ in range(L):
        row = np.convolve(row, np.ones(3) / 3)
    place = np.arange(len(row)) - L
    return math.sqrt(float((row * place**2).sum()))


@recomputes("q06-false-negatives")
def others_of_the_same_class(n: int, C: int) -> float:
    return math.fsum(1 / C for _ in range(n - 1))


@recomputes("q06-grouped-weights")
def weights_in_groups(c: int, g: int) -> float:
    return weights(torch.nn.Conv2d(c, c, 3, groups=g, bias=False, device="meta"))


@recomputes("q06-mi-bound")
def bound_from_a_loss(N: int, l: float) -> float:
    """How far the loss lies below the loss of guessing."""
    return cross_entropy([0.0] * N, 0) - l


@recomputes("q06-moco-age")
def age_of_the_oldest_key(B: int) -> float:
    """Runs the queue until it is full, and reads the age at the next step before it is fed."""
    queue: deque[int] = deque(maxlen=65536)
    step = 0
    while len(queue) < 65536:
        queue.extend([step] * B)
        step += 1
    return step - queue[0]


@recomputes("q06-siglip-start")
def first_loss_of_siglip(B: int) -> float:
    """By torch's loss on one logit: one positive and the negatives in each row."""
    logit = torch.tensor(-10.0, dtype=torch.float64)
    positive, negative = (F.binary_cross_entropy_with_logits(logit, torch.full_like(logit, y)) for y in (1, 0))
    rows = [positive + negative * (B - 1)] * B
    return float(sum(rows) / B)


@recomputes("q06-vlm-tokens")
def tokens_of_a_photo(w: int, h: int) -> float:
    patches = numel(h // 14, w // 14)
    return patches / 4
