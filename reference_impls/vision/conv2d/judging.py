"""How answers to `conv2d` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.vision.conv2d.reference import conv2d


def inputs(draw: Draw, x: tuple[int, int, int, int], out: int, kernel: tuple[int, int]) -> tuple[Tensor, Tensor]:
    """Images (N,Cin,H,W) and kernels whose answers have about unit size; no mean is zero, so that no sum cancels."""
    taps = x[1] * kernel[0] * kernel[1]
    return draw.normal(*x, mean=0.5), draw.normal(out, x[1], *kernel, mean=0.3 / taps, scale=taps**-0.5)


def cases(draw: Draw) -> Iterator[Case]:
    """Small, because an answer in plain loops takes a step for each product."""
    yield Case("one channel, 2 x 2 kernel", inputs(draw, (1, 1, 3, 4), 1, (2, 2)))
    yield Case("3 x 2 kernel with bias", (*inputs(draw, (2, 3, 5, 4), 2, (3, 2)), draw.normal(2, mean=1.0, scale=2.0)))
    yield Case("2 x 3 kernel without bias", inputs(draw, (3, 2, 4, 6), 4, (2, 3)))
    yield Case("stride 2 that fits", inputs(draw, (2, 2, 7, 5), 3, (3, 3)), {"stride": 2})
    yield Case(
        "stride 2 that leaves a row and a column", (*inputs(draw, (2, 2, 6, 7), 3, (3, 2)), draw.normal(3, mean=1.0), 2)
    )
    yield Case("padding 1", inputs(draw, (2, 2, 4, 5), 3, (3, 3)), {"padding": 1})
    yield Case("padding 2 by position, all arguments", (*inputs(draw, (1, 2, 5, 3), 2, (2, 4)), draw.normal(2), 1, 2))
    yield Case(
        "stride 3 with padding 1, bias",
        inputs(draw, (2, 2, 7, 9), 3, (2, 3)),
        {"bias": draw.normal(3, mean=1.0), "stride": 3, "padding": 1},
    )
    yield Case("stride 2 with padding 2, five wide", inputs(draw, (1, 2, 6, 8), 2, (5, 3)), {"stride": 2, "padding": 2})
    yield Case("a kernel as large as the image", (*inputs(draw, (3, 2, 3, 4), 5, (3, 4)), draw.normal(5, mean=1.0)))
    yield Case("a kernel larger than the image", inputs(draw, (2, 1, 3, 3), 2, (5, 4)), {"padding": 1})
    yield Case("1 x 1 kernel", (*inputs(draw, (2, 4, 3, 2), 3, (1, 1)), draw.normal(3, mean=1.0)))
    yield Case("a stride beyond the kernel", inputs(draw, (2, 2, 7, 6), 3, (1, 2)), {"stride": 3})
    yield Case("images of one row", inputs(draw, (2, 2, 1, 8), 3, (1, 3)), {"stride": 2})
    yield Case("all sizes alike", (*inputs(draw, (3, 3, 3, 3), 3, (3, 3)), draw.normal(3, mean=1.0)), {"padding": 1})


PROBLEM = Problem(
    id="conv2d",
    entries=(conv2d,),
    cases=cases,
)
