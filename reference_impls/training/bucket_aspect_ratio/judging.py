"""How answers to `bucket-aspect-ratio` are judged."""

import math
from collections.abc import Iterator
from itertools import pairwise

import torch

from reference_impls.problem import Case, Draw, Problem, Scenario, sweep
from reference_impls.training.bucket_aspect_ratio.reference import aspect_bucket

Size = tuple[int, int]
SDXL = [
    (512, 2048),
    (640, 1536),
    (768, 1344),
    (832, 1216),
    (1024, 1024),
    (1216, 832),
    (1344, 768),
    (1536, 640),
    (2048, 512),
]
CLEAR = 1e-2
"""How much further the second bucket is, in the logarithm of the ratio."""


def is_clear(w: int, h: int, buckets: list[Size]) -> bool:
    """Whether the nearest bucket doesn't hang on rounding; equal buckets count once."""
    distances = sorted(abs(math.log(w / h) - math.log(bw / bh)) for bw, bh in set(buckets))
    return len(distances) < 2 or distances[1] - distances[0] > CLEAR


def image(draw: Draw, buckets: list[Size], low: int = 200, high: int = 3000) -> Size:
    """A size whose bucket is clear."""
    while True:
        w, h = draw.integer(low, high), draw.integer(low, high)
        if is_clear(w, h, buckets):
            return w, h


def far_apart(buckets: list[Size]) -> bool:
    """Whether no two ratios are close but those of equal buckets."""
    ratios = sorted(math.log(bw / bh) for bw, bh in set(buckets))
    return all(after - before > 3 * CLEAR for before, after in pairwise(ratios))


def any_image(draw: Draw) -> tuple[int, int, list[Size]]:
    """Two to six buckets of all shapes and sizes, in any order, sometimes one of them twice."""
    while True:
        buckets = [(64 * draw.integer(2, 32), 64 * draw.integer(2, 32)) for _ in range(draw.integer(2, 6))]
        buckets += [draw.choice(buckets)] * draw.integer(0, 1)
        if far_apart(buckets):
            return *image(draw, buckets), buckets


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("a square and two others", (900, 880, [(512, 1024), (768, 768), (1024, 512)]))
    yield Case("a portrait", (600, 1100, [(1024, 512), (768, 768), (512, 1024)]))
    yield Case("between 1:2 and 1:1, nearer to 1:1", (730, 1000, [(512, 1024), (1024, 1024)]))
    yield Case("between 1:2 and 1:1, nearer to 1:2", (1000, 1450, [(1024, 1024), (512, 1024)]))
    yield Case("between 1:1 and 2:1, nearer to 1:1", (1380, 1000, [(1024, 512), (640, 640)]))
    yield sweep("aspect_bucket", any_image, calls=40)
    yield Case("the first of equal buckets", (1000, 510, [(512, 512), (1024, 512), (512, 1024), (1024, 512)]))
    yield Case("after equal buckets", (1000, 510, [(512, 512), (512, 512), (512, 1024), (1024, 512)]))
    yield Case("far from both buckets", (250, 1000, [(100, 1000), (550, 1000)]))
    yield Case("one bucket", (draw.integer(100, 900), draw.integer(100, 900), [(512, 512)]))
    yield Case("the right ratio in the wrong size", (512, 512, [(500, 520), (2048, 2048), (512, 448)]))
    yield Case("a large image", (8000, 4100, [(8000, 4000), (4100, 4100), (1600, 800 + 32)]))
    yield Case("a panorama", (5000, 400, SDXL))
    yield Case("the buckets of SDXL", (*image(draw, SDXL), SDXL))
    yield Case("the buckets of SDXL, from wide to tall", (*image(draw, SDXL), SDXL[::-1]))
    yield Case("a tiny image", (3, 7, [(64, 128), (64, 192), (128, 64)]))


PROBLEM = Problem(
    id="bucket-aspect-ratio",
    entries=(aspect_bucket,),
    cases=cases,
    dtypes=(torch.float32,),
    grad=False,
)
