"""How answers to `causal-conv3d` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.problem import Case, Draw, Problem
from reference_impls.video.causal_conv3d.reference import causal_conv3d


def inputs(
    draw: Draw, *, x: tuple[int, int, int, int, int], out: int, kernel: tuple[int, int, int]
) -> tuple[Tensor, Tensor]:
    """A video of shape (B,C,F,H,W) and a kernel whose answers have about unit size."""
    taps = x[1] * kernel[0] * kernel[1] * kernel[2]
    return draw.normal(*x), draw.normal(out, x[1], *kernel, scale=taps**-0.5)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case(
        "two taps in time, one pixel", (*inputs(draw, x=(1, 1, 3, 1, 1), out=1, kernel=(2, 1, 1)), draw.normal(1))
    )
    yield Case(
        "3x3x3 with bias",
        (*inputs(draw, x=(2, 3, 4, 5, 6), out=4, kernel=(3, 3, 3)), draw.normal(4, mean=1.0, scale=2.0)),
    )
    yield Case("kh != kw, no bias", inputs(draw, x=(2, 2, 5, 6, 7), out=3, kernel=(3, 1, 5)))
    yield Case("an even number of taps", (*inputs(draw, x=(1, 2, 6, 4, 3), out=3, kernel=(4, 3, 1)), draw.normal(3)))
    yield Case("one tap in time", inputs(draw, x=(2, 2, 3, 4, 5), out=2, kernel=(1, 3, 3)), {"bias": draw.normal(2)})
    yield Case("one frame", (*inputs(draw, x=(2, 2, 1, 3, 4), out=3, kernel=(3, 3, 3)), draw.normal(3)))
    yield Case(
        "fewer frames than taps", inputs(draw, x=(1, 3, 3, 3, 2), out=2, kernel=(5, 3, 3)), {"bias": draw.normal(2)}
    )
    yield Case("a frame smaller than the kernel", inputs(draw, x=(2, 1, 3, 2, 3), out=2, kernel=(2, 5, 7)))
    yield Case("forty frames", inputs(draw, x=(1, 1, 40, 2, 2), out=2, kernel=(3, 1, 1)))
    yield Case("all sizes alike", (*inputs(draw, x=(3, 3, 3, 3, 3), out=3, kernel=(3, 3, 3)), draw.normal(3)))


PROBLEM = Problem(
    id="causal-conv3d",
    entries=(causal_conv3d,),
    cases=cases,
)
