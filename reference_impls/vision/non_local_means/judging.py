"""How answers to `non-local-means` are judged."""

from collections.abc import Iterator
from typing import Any

import torch
from numpy.typing import NDArray

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem
from reference_impls.vision.non_local_means.reference import non_local_means


def scene(draw: Draw, H: int, W: int, noise: float = 0.08) -> NDArray[Any]:
    """Stripes and a step under noise: some patches resemble one another, others do not."""
    columns = torch.arange(W)
    clean = 0.3 + 0.2 * (columns % 3 == 0).double() + 0.3 * (columns > W // 2).double()
    return draw.floating(clean.expand(H, W) + noise * draw.normal(H, W).double()).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("small windows", (scene(draw, 4, 5), 3, 3, 0.2))
    yield Case("windows left out", (scene(draw, 6, 7),))
    yield Case("a patch of 5", (scene(draw, 6, 8), 5, 3), {"h": 0.3})
    yield Case("a search of 5", (scene(draw, 7, 5), 3, 5), {"h": 0.15})
    yield Case("a patch of one pixel", (scene(draw, 5, 6), 1, 5, 0.1))
    yield Case("a search of one pixel", (scene(draw, 4, 6), 3, 1, 0.1))
    yield Case("a large h", (scene(draw, 4, 5), 3, 3, 20.0))
    yield Case("a small h", (scene(draw, 5, 7), 3, 3, 0.04))
    flat = torch.full((4, 7), 0.4, dtype=torch.float64)
    flat[:, 4:] = 0.9
    yield Case("a step without noise", (draw.floating(flat).numpy(), 3, 3, 0.1))
    yield Case(
        "gray levels of 8 bits", (draw.floating(255 * torch.from_numpy(scene(draw, 5, 6)).double()).numpy(), 3, 3, 30.0)
    )
    yield Case("square", (scene(draw, 6, 6), 3, 5, 0.25))
    yield Case("a tall image by name", (), {"h": 0.2, "search": 3, "patch": 3, "img": scene(draw, 9, 4)})


PROBLEM = Problem(
    id="non-local-means",
    entries=(non_local_means,),
    cases=cases,
    grad=False,
    tolerances=FLOAT32_EVERYWHERE,
)
