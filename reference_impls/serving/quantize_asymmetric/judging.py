"""How answers to `quantize-asymmetric` are judged."""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import Draw, Law, Observation, Problem, Scenario, World, expect
from reference_impls.serving.quantize_asymmetric.reference import quantize_asymmetric

ENTRY = "quantize_asymmetric"


def exact(draw: Draw, lo: int, hi: int, bits: int, *shape: int, unit: float = 0.25) -> Tensor:
    """Multiples of the scale, the ends of the range among them: no two right answers differ."""
    codes = draw.integers(lo, hi + 1, *shape).flatten()
    codes[0], codes[-1] = lo, hi
    assert hi - lo == 2**bits - 1
    return draw.floating(unit * codes[draw.permutation(len(codes))].reshape(shape).double())


def parts(answer: Any) -> tuple[Tensor, float, float]:
    """Codes, scale and zero point of an answer."""
    is_triple = isinstance(answer, list | tuple) and len(answer) == 3
    expect(is_triple, "three values are asked for, (q, scale, zero_point)", "three-values")
    q, scale, zero = answer
    for name, value in (("scale", scale), ("zero_point", zero)):
        expect(torch.as_tensor(value).numel() == 1, f"{name} must be one number for the whole tensor", "one-number")
    return torch.as_tensor(q), float(torch.as_tensor(scale).double()), float(torch.as_tensor(zero).double())


def quantized(name: str, lo: int, hi: int, bits: int, *shape: int, unit: float = 0.25, given: bool = True) -> Scenario:
    """Values on the grid: codes, scale, zero point and what comes back are known."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        x = exact(draw, lo, hi, bits, *shape, unit=unit)
        q, scale, zero = parts(world.call(ENTRY, x, **({"bits": bits} if given else {})))
        yield "q", q.long()
        yield "the dtype of q", str(q.dtype)
        yield "scale", scale
        yield "zero_point", zero
        yield "scale * (q - zero_point)", scale * (q.double() - zero)

    return Scenario(name, steps)


def one_sided(name: str, lo: int, hi: int, bits: int, sign: int) -> Scenario:
    """The same where the range must be widened to 0: values lie between lo and hi on one side of it."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        values = draw.integers(lo, hi + 1, 3, 5).flatten()
        values[0], values[-1] = lo, 2**bits - 1
        x = draw.floating(sign * 0.5 * values.reshape(3, 5).double())
        q, scale, zero = parts(world.call(ENTRY, x, bits))
        yield "q", q.long()
        yield "scale", scale
        yield "zero_point", zero

    return Scenario(name, steps)


def between_codes(world: World, draw: Draw) -> Iterator[Observation]:
    """What is known of the answer where neither the values nor 0 lie on the grid."""
    q, _, zero = parts(world.call(ENTRY, draw.normal(5, 3, mean=draw.real(-0.8, 0.8)), 6))
    yield "whether zero_point is an integer", zero == round(zero)
    yield "the dtype of q", str(q.dtype)
    yield "the shape of q", list(q.shape)


def cases(draw: Draw) -> Iterator[Scenario]:
    yield quantized("two bits", -1, 2, 2, 4)
    yield quantized("eight bits by default", -100, 155, 8, 3, 5, given=False)
    yield quantized("eight bits", -31, 224, 8, 2, 3, 4)
    yield quantized("four bits", -5, 10, 4, 6)
    yield quantized("mostly negative", -230, 25, 8, 4, 4, unit=0.5)
    yield quantized("small values", -64, 191, 8, 9, unit=2.0**-12)
    yield quantized("large values", -20, 43, 6, 7, unit=1024.0)
    yield quantized("no negative values", 0, 255, 8, 3, 4)
    yield quantized("no positive values", -255, 0, 8, 3, 4)
    yield quantized("three bits", -3, 4, 3, 2, 5)
    yield Scenario("values between the codes", between_codes)
    yield one_sided("positive values, away from 0", 100, 255, 8, 1)
    yield one_sided("negative values, away from 0", 7, 15, 4, -1)


def within_one_step(world: World, draw: Draw) -> None:
    """Values anywhere: none is further from its code than a step, 0 is exact, and the codes reach both ends."""
    for bits in (8, 5, 3):
        x = draw.normal(6, 7, mean=draw.real(-0.8, 0.8), scale=2.0)
        x[0, 0] = 0
        q, scale, zero = parts(world.call(ENTRY, x, bits))
        expect(q.shape == x.shape, f"q has the shape {tuple(q.shape)}, x {tuple(x.shape)}", "shape")
        expect(int(q.min()) >= 0 and int(q.max()) < 2**bits, f"a code lies outside 0 ... {2**bits - 1}", "codes")
        expect(zero == round(zero) and 0 <= zero < 2**bits, f"zero_point is {zero}, no integer code", "zero-point")
        moved = float((scale * (q.double() - zero) - x.double()).mean()) / scale
        expect(moved > -0.3, "values are rounded down", "down")
        expect(moved < 0.3, "values are rounded up", "up")
        error = (scale * (q.double() - zero) - x.double()).abs()
        expect(bool((error <= scale * 1.001).all()), "a value is more than one scale away from its code", "error")
        expect(
            float(error.mean()) <= 0.4 * scale,
            "the mean error is above 0.4 scales: values are not rounded",
            "mean-error",
        )
        expect(float(q[0, 0]) == zero, "0 does not have the code zero_point", "zero")
        width = float(x.max() - x.min())
        expect(abs(scale * (2**bits - 1) / width - 1) < 1e-3, "scale is not the range over 2^bits - 1", "scale")


def ends_between_codes(world: World, draw: Draw) -> None:
    """Where both ends lie halfway between two codes, they are rounded away from each other: one by one code too far.

    The second range ends just above a half, which a division in float32 doesn't see, and one in float64 does.
    """
    for bits, ends in ((8, (-1.5, 253.5)), (8, (-253.5, 1.5)), (4, (-5.5, 9.5)), (2, (-1.5, 1.5 + 2**-23))):
        middle = draw.integers(round(ends[0] + 0.6), round(ends[1] - 0.6) + 1, 6).double()
        x = draw.floating(torch.cat([torch.tensor(ends, dtype=torch.float64), middle]))
        q, scale, zero = parts(world.call(ENTRY, x, bits))
        expect(int(q.max()) < 2**bits, f"a code lies outside 0 ... {2**bits - 1}", "codes")
        error = (scale * (q.double() - zero) - x.double()).abs()
        expect(bool((error <= scale * 1.001).all()), "a value is more than one scale away from its code", "error")


def zeros_work(world: World, draw: Draw) -> None:
    x = draw.floating(torch.zeros(2, 3))
    q, scale, zero = parts(world.call(ENTRY, x))
    back = scale * (q.double() - zero)
    expect(
        bool(torch.isfinite(back).all()) and bool((back == 0).all()), "a tensor of zeros does not come back", "zeros"
    )
    expect(q.shape == x.shape, "a tensor of zeros loses its shape", "zeros-shape")
    expect(scale > 0, f"scale is {scale:g} for a tensor of zeros, not positive", "zeros-scale")
    expect(0 <= zero <= 255, f"zero_point is {zero:g} for a tensor of zeros, no code", "zeros-zero-point")


PROBLEM = Problem(
    id="quantize-asymmetric",
    entries=(quantize_asymmetric,),
    cases=cases,
    laws=(
        Law("values come back within one step", within_one_step),
        Law("a range that ends halfway between codes", ends_between_codes),
        Law("a tensor of zeros", zeros_work),
    ),
    grad=False,
)
