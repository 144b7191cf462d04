"""Section 15."""

from __future__ import annotations

import itertools
import math

import numpy as np
import torch

from tests.bank.recomputing import (
    crossing,
    integral,
    nbytes,
    recomputes,
    smallest,
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


@recomputes("q15-world-budget")
def milliseconds_of_a_step(f: int, S: int, o: int) -> float:
    """The longest step with which a second's frames still fit into a second."""
    return crossing(lambda step: f * (S * step + o) - 1000, 0, 1000)


@recomputes("q15-nerf-two-samples")
def color_by_quadrature(d: float, s1: float, s2: float) -> float:
    """The volume integral over each segment, with the light that the path before it lets through."""

    def seen(first: float, density: float, before: float, color: float) -> float:
        return integral(lambda x: color * density * np.exp(-before - density * (x - first)), first, first + d)

    return seen(0, s1, 0, 0.2) + seen(d, s2, s1 * d, 0.8)


@recomputes("q15-gs-memory")
def bytes_of_a_scene(n: int, L: int) -> float:
    harmonics = sum(2 * degree + 1 for degree in range(L + 1))
    parts = [(3,), (3,), (4,), (1,), (harmonics, 3)]
    return sum(nbytes(torch.float32, n * 10**6, *part) for part in parts)


@recomputes("q15-guidance-cost")
def evaluations_of_a_clip(S: int, g: int) -> float:
    conditions = {"none", "frame", "frame and text"}
    return sum(len(conditions) if step < g else 1 for step in range(S))


@recomputes("q15-bucket-balance")
def images_with_as_many_tokens(n: int, F: int) -> float:
    latents_of_a_clip = len([0, *range(1, F, 4)])
    return smallest(lambda images: images >= n * latents_of_a_clip)
