"""How answers to `mscn` are judged."""

from collections.abc import Iterator, Mapping
from typing import Any

import torch
from numpy.typing import NDArray

from reference_impls.problem import Case, Draw, Law, Problem, Tolerance, World, expect, expect_close
from reference_impls.quality.mscn.reference import mscn

# The difference of two moments costs digits in float32, which right answers may compute in.
MOMENTS: Mapping[torch.dtype, Tolerance] = {
    torch.float32: Tolerance(5e-4, 1e-4),
    torch.float64: Tolerance(5e-4, 1e-4),
}


def codes(draw: Draw, low: int, high: int, *shape: int) -> NDArray[Any]:
    """Random bytes in [low, high)."""
    return draw.integers(low, high, *shape).to(torch.uint8).numpy()


def sigma(draw: Draw, low: float, high: float) -> float:
    """A standard deviation of which 4σ is neither near an integer nor near a half: roundings of the radius agree."""
    while True:
        value = draw.real(low, high)
        if min(abs(4 * value - round(4 * value)), abs(4 * value % 1 - 0.5)) > 0.1:
            return round(value, 4)


def patches(draw: Draw) -> NDArray[Any]:
    """Flat patches of values that float32 does not have exactly: rounding decides the sign of a variance of 0."""
    values = draw.uniform(3, 6, low=0.1, high=2.0).double()
    return draw.floating(values.repeat_interleave(5, 0).repeat_interleave(5, 1)).numpy()


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("four by five", (draw.uniform(4, 5, high=3.0).numpy(),))
    yield Case("gray levels of 8 bits", (draw.uniform(9, 12, high=255.0).numpy(),))
    yield Case("another sigma", (draw.uniform(8, 7, high=4.0).numpy(), sigma(draw, 1.4, 1.9)))
    yield Case("another c", (draw.uniform(7, 9).numpy(),), {"c": 0.1})
    yield Case("uint8", (codes(draw, 0, 256, 10, 8),))
    yield Case("uint8, dark", (codes(draw, 0, 14, 7, 10),), {"sigma": 0.9})
    yield Case("little contrast", (draw.normal(8, 11, mean=5.0, scale=0.8).numpy(),))
    yield Case("flat", (draw.floating(torch.full((6, 5), 7.0)).numpy(),))
    yield Case("flat uint8", (codes(draw, 201, 202, 5, 7),))
    yield Case("a square image, a large c", (draw.uniform(8, 8, high=50.0).numpy(), 1.15, 20.0))
    yield Case("a radius wider than the image", (draw.uniform(4, 5, high=9.0).numpy(), 2.1))
    yield Case("one row", (draw.uniform(1, 9, high=5.0).numpy(), 0.7))
    bright = torch.zeros(1, 23, dtype=torch.float64)
    bright[0, 11] = 1e5
    yield Case("one bright pixel", (draw.floating(bright).numpy(), 2.1))
    yield Case("one bright pixel, everything left out", (draw.floating(bright).numpy(),))
    yield Case("by name", (), {"c": 0.5, "sigma": 0.65, "img": draw.uniform(6, 8, high=4.0).numpy()})


def no_nan_in_flat_patches(world: World, draw: Draw) -> None:
    """Which variances of 0 come out below it depends on the order of the sums: any NaN is the mistake."""
    img = patches(draw)
    got = torch.as_tensor(world.call("mscn", img, 0.3, 1.0))
    expect(bool(got.isfinite().all()), "the result has NaN in flat patches", "nan")
    want = torch.from_numpy(mscn(img, 0.3, 1.0))
    expect_close(got, want, "flat patches, a narrow window", "values", rtol=5e-4, atol=1e-4)


PROBLEM = Problem(
    id="mscn",
    entries=(mscn,),
    cases=cases,
    laws=(Law("flat patches, a narrow window", no_nan_in_flat_patches),),
    grad=False,
    tolerances=MOMENTS,
)
