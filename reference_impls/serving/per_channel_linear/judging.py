"""How answers to `per-channel-linear` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Tolerance
from reference_impls.serving.per_channel_linear.reference import int8_linear

NO_FLOOR = {
    torch.float32: Tolerance(1e-4, 1e-5, floor=1e-9),
    torch.float64: Tolerance(1e-5, 1e-6, floor=1e-9),
}


def rows(draw: Draw, *shape: int, low: float = 0.02, high: float = 0.2, zero: bool = False) -> Tensor:
    """Rows of very different scale: codes plus at most 0.4, so that no value lies near the middle between two codes."""
    codes = draw.integers(-126, 127, *shape).double() + draw.uniform(*shape, low=-0.4, high=0.4).double()
    flat = codes.view(-1, shape[-1])
    for row in flat:
        row[draw.integer(0, shape[-1] - 1)] = draw.choice((127.0, -127.0))
    if zero:
        flat[draw.integer(0, len(flat) - 1)] = 0
    scale = draw.uniform(*shape[:-1], 1, low=low, high=high).double() ** 2
    return draw.floating(codes * scale)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one token, two outputs", (rows(draw, 1, 3), rows(draw, 2, 3)))
    yield Case("four tokens, with a bias", (rows(draw, 4, 6), rows(draw, 5, 6), draw.normal(5)))
    yield Case("a batch of sequences", (rows(draw, 2, 3, 7), rows(draw, 4, 7), draw.normal(4, scale=0.2)))
    yield Case("a vector", (rows(draw, 5), rows(draw, 3, 5), draw.normal(3)))
    yield Case("all dimensions alike", (rows(draw, 4, 4), rows(draw, 4, 4)))
    yield Case("a token of zeros", (rows(draw, 3, 5, zero=True), rows(draw, 2, 5), draw.normal(2)))
    yield Case("an output channel of zeros", (rows(draw, 2, 4), rows(draw, 3, 4, zero=True), draw.normal(3)))
    yield Case("nothing but zeros", (draw.floating(torch.zeros(2, 3)), rows(draw, 4, 3), draw.normal(4)))
    yield Case("weights of zeros, no bias", (rows(draw, 2, 3), draw.floating(torch.zeros(4, 3))))
    yield Case("small values", (rows(draw, 3, 6, low=1e-3, high=4e-3), rows(draw, 2, 6)))
    yield Case("large sums", (rows(draw, 2, 48, low=0.5, high=0.9).abs(), rows(draw, 3, 48).abs(), draw.normal(3)))
    yield Case("one input", (rows(draw, 3, 1), rows(draw, 2, 1)))
    yield Case("bias by name", (rows(draw, 2, 5), rows(draw, 3, 5)), {"bias": draw.normal(3)})


PROBLEM = Problem(
    id="per-channel-linear",
    entries=(int8_linear,),
    cases=cases,
    tolerances=NO_FLOOR,
    grad=False,
)
