"""How answers to `quantize-symmetric` are judged."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Law, Observation, Problem, Scenario, Tolerance, World, expect
from reference_impls.serving.quantize_symmetric.reference import dequantize, quantize_int8_symmetric

QUANTIZE, DEQUANTIZE = "quantize_int8_symmetric", "dequantize"

# Scales go down to 1e-6: an absolute floor for the allowed error would hide them.
NO_FLOOR = {
    torch.float32: Tolerance(1e-4, 1e-5, floor=1e-9),
    torch.float64: Tolerance(1e-5, 1e-6, floor=1e-9),
}


def of_codes(draw: Draw, low: int, high: int, *shape: int) -> Tensor:
    """Values in units of the scale, at most 0.4 from codes in [low, high]: none is near the middle between two codes."""
    return draw.integers(low, high + 1, *shape).double() + draw.uniform(*shape, low=-0.4, high=0.4).double()


def values(draw: Draw, *shape: int, scale: float, extreme: int = 127, lowest: int = -126) -> Tensor:
    """Values of this scale, one of them at the extreme. Scales of few bits make 127 times the scale exact everywhere."""
    x = of_codes(draw, lowest, 126, *shape).flatten()
    x[draw.integer(0, len(x) - 1)] = extreme
    return draw.floating(scale * x.reshape(shape))


def uneven(draw: Draw, scale: float) -> Tensor:
    """Rows that use all codes, a few, and about half of them."""
    rows = [of_codes(draw, -limit, limit, 2, 4, 5) for limit in (126, 2, 60)]
    rows[0][1, 2, 3] = -127
    return draw.floating(scale * torch.stack(rows))


def with_outlier(draw: Draw, scale: float) -> Tensor:
    """Ordinary values share a few codes beside one that is over thirty times larger."""
    x = of_codes(draw, -3, 3, 6, 8)
    x[2, 3] = 127
    return draw.floating(scale * x)


def codes_and_one_scale(got: Any, want: Any) -> str | None:
    """What is wrong with an answer. Its scale may be a number or a tensor of one element, whatever its shape."""
    if not isinstance(got, tuple | list) or len(got) != 2:
        return "return two values, (q, scale)"
    codes, scale = torch.as_tensor(got[0]), as_float(got[1])
    if codes.shape != want[0].shape:
        return f"the codes have shape {tuple(codes.shape)}, expected {tuple(want[0].shape)}"
    wrong = codes.double() != want[0].double()
    if bool(wrong.any()):
        place = int(wrong.flatten().nonzero()[0])
        said = f"{float(codes.flatten()[place]):g}, expected {int(want[0].flatten()[place])}"
        return f"{int(wrong.sum())} of {wrong.numel()} codes are wrong, the first is {said}"
    if scale.numel() != 1:
        return f"the scale has shape {tuple(scale.shape)}; one number is asked for"
    right = torch.allclose(scale.flatten(), want[1].double().flatten(), rtol=1e-4, atol=0)
    return None if right else f"the scale is {float(scale):.6g}, expected {float(want[1]):.6g}"


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    quantized = partial(Case, accept=codes_and_one_scale)
    yield quantized("three values", (values(draw, 3, scale=5 / 256),))
    yield quantized("the largest magnitude is negative", (values(draw, 4, 6, scale=3 / 64, extreme=-127),))
    yield quantized("positive values alone", (values(draw, 2, 3, 4, scale=11 / 16, lowest=20),))
    yield quantized("rows of different size", (uneven(draw, 7 / 128),))
    yield quantized("one value, negative", (draw.floating([-127 * 3 / 1024]),))
    yield quantized("values of 1e-4", (values(draw, 5, 7, scale=5 / 2**22),))
    yield quantized(
        "values of 1e-6", (values(draw, 5, 5, scale=9 / 2**28),)
    )  # as gradients are: no floor for the scale
    yield quantized("one outlier of 1e4", (with_outlier(draw, 79.0),))
    half = draw.floating(9 / 64 * torch.tensor([127.0, *draw.integers(-126, 127, 5).tolist()], dtype=torch.float64))
    yield quantized("values whose sum is zero", (torch.cat([half, -half]),))
    yield Scenario("zeros", zeros)
    codes = draw.integers(-127, 128, 3, 5).to(torch.int8)
    yield Case(
        "dequantize, all codes", (torch.arange(-127, 128).to(torch.int8), draw.floating(0.031)), entry=DEQUANTIZE
    )
    yield Case("dequantize, scale above 1", (codes, draw.floating(4.7)), entry=DEQUANTIZE)
    yield Case("dequantize, scale of 1e-6", (codes, draw.floating(1.3e-6)), entry=DEQUANTIZE)
    yield Scenario("the scale of any values", any_scale)


def zeros(world: World, draw: Draw) -> Iterator[Observation]:
    """All-zero tensors have zero codes and a usable scale."""
    q, scale = codes_and_scale(world.call(QUANTIZE, draw.floating(torch.zeros(2, 3))))
    yield "the codes of zeros", q
    scale = as_float(scale)
    yield "how many numbers their scale is", scale.numel()
    yield "whether their scale is finite and positive", bool(scale.isfinite().all() and (scale > 0).all())


def any_scale(world: World, draw: Draw) -> Iterator[Observation]:
    """Of values without structure the scale alone is decided: a code may lie between two."""
    for size in (0.7, 4.0, 30.0, 900.0):
        _, scale = codes_and_scale(world.call(QUANTIZE, draw.normal(6, 5, scale=size)))
        scale = as_float(scale)
        yield f"the scale of values near {size:g}", scale.squeeze() if scale.numel() == 1 else scale


def codes_and_scale(result: Any) -> tuple[Any, Any]:
    """The two results. Raises: Broken if there are not two."""
    two = isinstance(result, tuple | list) and len(result) == 2
    expect(two, "return two values, (q, scale)", "two-values")
    return result[0], result[1]


def as_float(value: Any) -> Tensor:
    """An answer in float64."""
    return torch.as_tensor(value).detach().double()


def codes_are_int8(world: World, draw: Draw) -> None:
    for of, x in (("", values(draw, 3, 4, scale=1 / 64)), (" of zeros", draw.floating(torch.zeros(2, 3)))):
        q, _ = codes_and_scale(world.call(QUANTIZE, x))
        dtype = torch.as_tensor(q).dtype
        saves = not dtype.is_floating_point
        expect(saves, f"the codes{of} are {dtype}, which saves nothing: return torch.int8", f"floating{of}")
        expect(dtype is torch.int8, f"the codes{of} are {dtype}, expected torch.int8", f"{dtype}{of}")


def within_half_a_step(world: World, draw: Draw) -> None:
    """With the candidate's own codes and scale, in both directions."""
    scale = 3 / 128
    x = values(draw, 40, 25, scale=scale)
    back = as_float(world.call(DEQUANTIZE, *codes_and_scale(world.call(QUANTIZE, x))))
    expect(back.shape == x.shape, f"the round trip has shape {tuple(back.shape)}, expected {tuple(x.shape)}", "shape")
    worst = float((back - x).abs().max()) / scale
    expect(
        worst < 0.5, f"the round trip is off by up to {worst:.3g} steps; rounding costs at most half a step", "error"
    )


PROBLEM = Problem(
    id="quantize-symmetric",
    entries=(quantize_int8_symmetric, dequantize),
    cases=cases,
    laws=(
        Law("codes are int8", codes_are_int8),
        Law("the round trip is off by at most half a step", within_half_a_step),
    ),
    tolerances=NO_FLOOR,
    grad=False,
)
