"""Symmetric (absmax) INT8 quantisation of a tensor (Dettmers et al. 2022, arXiv:2208.07339, section 2; Jacob et al. 2017,
arXiv:1712.05877, eq. 1 with zero-point 0).

    s = max|x| / 127        q = round(x / s) ∈ {-127, ..., 127}        x̂ = s q

Zero is kept exactly and nothing is clipped, so |x - x̂| ≤ s/2. The code -128 stays unused: a scale of max|x| / 128 would send
x = max|x| to 128, which int8 does not have. One outlier sets s for all; that is why real systems keep one scale for each row
or channel. An all-zero tensor has no scale of its own; any positive one will do.

Shapes: x any, scale a 0-d tensor. Returns: (q int8 like x, scale), and x̂ like q.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import (
    Case,
    Draw,
    FunctionSlip,
    Law,
    Observation,
    Problem,
    Scenario,
    Slip,
    Tolerance,
    World,
    expect,
)


def quantize_int8_symmetric(x: Tensor) -> tuple[Tensor, Tensor]:
    """Codes and their common scale."""
    absmax = x.abs().max()
    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8
    q = (x / scale).round().to(torch.int8)
    return q, scale


def dequantize(q: Tensor, scale: float | Tensor) -> Tensor:
    """The values that the codes stand for."""
    return q * scale


# ----------------------------------------------------------------------------------------------------------------------

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


def affine(x: Tensor) -> tuple[Tensor, Tensor]:
    low, high = x.min(), x.max()
    scale = (high - low) / 255 if high > low else torch.ones_like(high)
    return ((x - low) / scale - 128).round().clamp(-128, 127).to(torch.int8), scale


def inverse_scale(x: Tensor) -> tuple[Tensor, Tensor]:
    absmax = x.abs().max()
    scale = 127 / absmax if absmax > 0 else torch.ones_like(absmax)
    return (x * scale).round().to(torch.int8), scale


def divides(q: Tensor, scale: float | Tensor) -> Tensor:
    return q / scale


def absmax_as_scale(x: Tensor) -> tuple[Tensor, Tensor]:
    absmax = x.abs().max()
    scale = absmax if absmax > 0 else torch.ones_like(absmax)
    return (x / scale * 127).round().to(torch.int8), scale


def divides_by_127(q: Tensor, scale: float | Tensor) -> Tensor:
    return q * scale / 127


def affine_with_zero_point(x: Tensor) -> tuple[Tensor, Tensor]:
    low, high = x.min(), x.max()
    scale = (high - low) / 255 if high > low else torch.ones_like(high)
    zero = (-128 - low / scale).round()
    return (x / scale + zero).round().clamp(-128, 127).to(torch.int8), scale


def moved_by_128(x: Tensor) -> tuple[Tensor, Tensor]:
    absmax = x.abs().max()
    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)
    return ((x / scale).round() + 128).to(torch.uint8), scale


def moved_back(q: Tensor, scale: float | Tensor) -> Tensor:
    return (q.to(torch.float32) - 128) * scale


def one_scale_for_each_row(x: Tensor) -> tuple[Tensor, Tensor]:
    absmax = x.abs().amax(dim=-1)
    scale = torch.where(absmax > 0, absmax / 127, torch.ones_like(absmax))
    return (x / scale[..., None]).round().to(torch.int8), scale


def widened_by_an_axis(q: Tensor, scale: float | Tensor) -> Tensor:
    return q * torch.as_tensor(scale)[..., None]


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
    slips=(
        Slip(
            "small-magnitudes-raised",
            "scale = absmax / 127",
            "scale = absmax.clamp(min=1e-5) / 127",
            "Small tensors get too coarse a scale, as where the largest magnitude is clamped from below to be safe at zero: "
            "only zeros need that, and gradients are often this small.",
        ),
        Slip(
            "maximum-without-abs",
            "x.abs().max()",
            "x.max()",
            "The scale comes from the largest value, not from the largest magnitude: negative values beyond it overflow int8. "
            "Use x.abs().max().",
        ),
        Slip(
            "step-of-128",
            "absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8\n"
            "    q = (x / scale).round()",
            "absmax / 128 if absmax > 0 else torch.ones_like(absmax)\n    q = (x / scale).round().clamp(-128, 127)",
            "The scale is absmax / 128, so the code of +absmax would be 128 and is clipped; the symmetric range ends at 127.",
        ),
        Slip(
            "overflows",
            "absmax / 127",
            "absmax / 128",
            "The scale is absmax / 128, so the code of +absmax becomes 128, which wraps around to -128 in int8: divide by 127.",
        ),
        Slip(
            "range-over-255",
            "absmax / 127",
            "(x.max() - x.min()).clamp(min=torch.finfo(x.dtype).tiny) / 255",
            "The scale is the range over 255, as in affine quantisation, but without its zero-point: here it is "
            "absmax / 127.",
        ),
        FunctionSlip(
            "affine",
            {"quantize_int8_symmetric": affine},
            "This is affine quantisation, min to -128 and max to 127, with a zero-point that dequantize never sees; the "
            "symmetric form has scale absmax / 127 and no offset.",
        ),
        Slip(
            "truncated",
            "(x / scale).round()",
            "(x / scale)",
            "The conversion to int8 cuts the fraction off, towards zero, which doubles the largest error and shrinks values: "
            "round first.",
        ),
        Slip(
            "floored",
            "(x / scale).round()",
            "(x / scale).floor()",
            "The codes are rounded down, which shifts values by half a step on average: round to nearest.",
        ),
        Slip(
            "zero-scale",
            "absmax / 127 if absmax > 0 else torch.ones_like(absmax)",
            "absmax / 127",
            "An all-zero tensor gives scale 0 (and codes from 0/0, unless you guard them): use a positive scale there.",
        ),
        Slip(
            "eps-in-scale",
            "absmax / 127 if absmax > 0 else torch.ones_like(absmax)",
            "absmax / 127 + 1e-8",
            "The 1e-8 added to the scale is no longer small beside tensors of 1e-4, whose range then ends below 127: guard only "
            "the case absmax = 0.",
        ),
        Slip(
            "per-row",
            "x.abs().max()\n    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)",
            "x.abs().amax(dim=-1, keepdim=True)\n"
            "    scale = torch.where(absmax > 0, absmax / 127, torch.ones_like(absmax))",
            "Every row has a scale of its own, which is better in practice; here one scale for the tensor is asked "
            "for.",
        ),
        Slip(
            "float-codes",
            ".round().to(torch.int8)",
            ".round()",
            "The codes are right but still floats, so nothing is saved: convert them to torch.int8.",
        ),
        Slip(
            "int32-codes",
            ".round().to(torch.int8)",
            ".round().to(torch.int32)",
            "The codes are right but take four bytes each: convert them to torch.int8.",
        ),
        FunctionSlip(
            "scale-inverted",
            {"quantize_int8_symmetric": inverse_scale, "dequantize": divides},
            "Your scale is 127 / absmax, the inverse of the one asked for: scale = absmax / 127, q = round(x / scale), "
            "x = q * scale.",
        ),
        FunctionSlip(
            "absmax-as-scale",
            {"quantize_int8_symmetric": absmax_as_scale, "dequantize": divides_by_127},
            "You return absmax itself and divide by 127 on the way back; the scale is the size of one step, absmax "
            "/ 127.",
        ),
        Slip(
            "dequantize-divides",
            "return q * scale",
            "return q / scale",
            "dequantize divides by the scale: codes count steps of that size, so multiply.",
        ),
        Slip(
            "step-of-128-to-127",
            "scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8\n"
            "    q = (x / scale).round()",
            "scale = absmax / 128 if absmax > 0 else torch.ones_like(absmax)\n"
            "    q = (x / scale).round().clamp(-127, 127)",
            "The scale is absmax / 128, so the code of absmax would be 128 and is clipped: divide by 127.",
        ),
        Slip(
            "maximum-without-abs-clipped",
            "absmax = x.abs().max()\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8\n"
            "    q = (x / scale).round()",
            "absmax = x.max()\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)\n"
            "    q = (x / scale).round().clamp(-127, 127)",
            "The scale comes from the largest value, not from the largest magnitude: negative values beyond it are "
            "clipped. Use x.abs().max().",
        ),
        Slip(
            "abs-of-the-maximum",
            "absmax = x.abs().max()\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8\n"
            "    q = (x / scale).round()",
            "absmax = x.max().abs()\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)\n"
            "    q = (x / scale).round().clamp(-127, 127)",
            "abs is taken of the maximum; it is the maximum of the absolute values, x.abs().max().",
        ),
        Slip(
            "step-of-255",
            "scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8\n"
            "    q = (x / scale).round()",
            "scale = absmax / 255 if absmax > 0 else torch.ones_like(absmax)\n"
            "    q = (x / scale).round().clamp(-127, 127)",
            "The scale is absmax / 255, so that everything beyond half of absmax is clipped: the codes go up to 127.",
        ),
        Slip(
            "twice-absmax-over-255",
            "scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8\n"
            "    q = (x / scale).round()",
            "scale = 2 * absmax / 255 if absmax > 0 else torch.ones_like(absmax)\n"
            "    q = (x / scale).round().clamp(-127, 127)",
            "The scale is 2 absmax / 255, a step of 1/127.5 of absmax; the codes -127 to 127 ask for absmax / 127.",
        ),
        Slip(
            "half-the-range",
            "absmax = x.abs().max()\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8\n"
            "    q = (x / scale).round()",
            "absmax = (x.max() - x.min()) / 2\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)\n"
            "    q = (x / scale).round().clamp(-127, 127)",
            "The scale is half of max - min over 127, which clips what is not symmetric: without a zero-point it is "
            "absmax / 127.",
        ),
        Slip(
            "mean-magnitude",
            "absmax = x.abs().max()\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8\n"
            "    q = (x / scale).round()",
            "absmax = x.abs().mean()\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)\n"
            "    q = (x / scale).round().clamp(-127, 127)",
            "The scale comes from the mean magnitude, so that all larger values are clipped: use the largest.",
        ),
        Slip(
            "per-column",
            "absmax = x.abs().max()\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8\n"
            "    q = (x / scale).round()",
            "absmax = x.abs().amax(dim=0, keepdim=True)\n"
            "    scale = torch.where(absmax > 0, absmax / 127, torch.ones_like(absmax))\n"
            "    q = (x / scale).round().clamp(-127, 127)",
            "Every column has a scale of its own; here one scale for the tensor is asked for.",
        ),
        Slip(
            "rounded-up",
            "(x / scale).round()",
            "(x / scale).ceil()",
            "The codes are rounded up, which shifts values by half a step on average: round to nearest.",
        ),
        Slip(
            "multiplied-by-the-scale",
            "(x / scale).round()",
            "(x * scale).round().clamp(-127, 127)",
            "x is multiplied by the scale; the scale is the size of one step, so divide.",
        ),
        Slip(
            "inverse-returned",
            "return q, scale",
            "return q, 1 / scale",
            "You return 127 / absmax; the scale is the size of one step, absmax / 127.",
        ),
        Slip(
            "absmax-returned",
            "return q, scale",
            "return q, absmax",
            "You return absmax; the scale is the size of one step, absmax / 127.",
        ),
        Slip(
            "values-returned",
            "return q, scale",
            "return q * scale, scale",
            "Values come back where codes are asked for: return q itself, in int8.",
        ),
        Slip(
            "results-exchanged",
            "return q, scale",
            "return scale, q",
            "The results are exchanged: the codes come first, then the scale.",
        ),
        Slip(
            "codes-alone",
            "return q, scale",
            "return q",
            "One value comes back; return two, (q, scale): without the scale there is no way back.",
        ),
        Slip(
            "sign-lost",
            "(x / scale).round().to(torch.int8)",
            "(x.abs() / scale).round().to(torch.int8)",
            "The codes have lost their signs: only the scale comes from magnitudes.",
        ),
        Slip(
            "negative-clipped",
            "(x / scale).round()",
            "(x / scale).round().clamp(0, 127)",
            "Negative values are clipped to 0; the symmetric range is -127 to 127.",
        ),
        Slip(
            "unsigned-codes",
            ".round().to(torch.int8)",
            ".round().to(torch.int16).to(torch.uint8)",
            "The codes are uint8, in which negative ones wrap around: convert them to torch.int8.",
        ),
        Slip(
            "flattened",
            ".round().to(torch.int8)",
            ".round().to(torch.int8).flatten()",
            "The codes come in one row; they have the shape of x.",
        ),
        Slip(
            "converted-before-scaling",
            "(x / scale).round().to(torch.int8)",
            "(x.to(torch.int8) / scale).round().clamp(-127, 127).to(torch.int8)",
            "x is converted to int8 before it is divided by the scale, which cuts its fraction off: divide, round, "
            "convert.",
        ),
        Slip(
            "dequantised-by-127",
            "return q * scale",
            "return q * scale / 127",
            "dequantize divides by 127 once more; the scale is absmax / 127 already.",
        ),
        Slip(
            "half-added-and-truncated",
            "(x / scale).round().to(torch.int8)",
            "(x / scale + 0.5).to(torch.int8)",
            "0.5 is added and the rest cut off, which rounds negative values upwards: use round().",
        ),
        Slip(
            "scale-with-floor",
            "absmax / 127 if absmax > 0 else torch.ones_like(absmax)",
            "(absmax / 127).clamp(min=1e-3)",
            "The scale is at least 1e-3, so that small values all become 0: replace a scale of exactly 0 alone "
            "(or use a tiny bound).",
        ),
        Slip(
            "scale-of-at-least-1e-5",
            "absmax / 127 if absmax > 0 else torch.ones_like(absmax)",
            "(absmax / 127).clamp(min=1e-5)",
            "The scale is at least 1e-5, which makes the codes of small values coarse: replace a scale of exactly 0 alone "
            "(or use a tiny bound).",
        ),
        Slip(
            "small-constant-added",
            "absmax / 127 if absmax > 0 else torch.ones_like(absmax)",
            "absmax / 127 + 1e-3",
            "A constant is added to the scale against a division by 0, which spoils it for small values: treat "
            "zeros as a case of their own.",
        ),
        Slip(
            "values-clipped-first",
            "    absmax = x.abs().max()",
            "    x = x.clamp(-1, 1)\n    absmax = x.abs().max()",
            "The values are clipped to [-1, 1] first; the scale takes care of their size.",
        ),
        Slip(
            "four-bits",
            "absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8\n",
            "absmax / 7 if absmax > 0 else torch.ones_like(absmax)\n",
            "The scale is absmax / 7, that of four bits; eight bits have 127 steps on each side.",
        ),
        Slip(
            "codes-returned-as-floats",
            "return q * scale",
            "return q.float()",
            "dequantize leaves out the scale: the value is q * scale.",
        ),
        Slip(
            "maximum-with-its-sign",
            "    absmax = x.abs().max()\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8\n"
            "    q = (x / scale).round().to(torch.int8)",
            "    absmax = x.max()\n"
            "    scale = absmax / 127 if absmax != 0 else torch.ones_like(absmax)\n"
            "    q = (x / scale).round().clamp(-127, 127).to(torch.int8)",
            "The scale is that of the largest value, not of the largest magnitude: take abs() first.",
        ),
        FunctionSlip(
            "affine-with-zero-point",
            {"quantize_int8_symmetric": affine_with_zero_point},
            "This is the asymmetric scheme, from minimum to maximum with a zero point; here 0 stays 0 and the "
            "scale is absmax / 127.",
        ),
        FunctionSlip(
            "codes-moved-by-128",
            {"quantize_int8_symmetric": moved_by_128, "dequantize": moved_back},
            "The codes are moved by 128 into uint8; a symmetric code has its 0 at 0, in torch.int8.",
        ),
        Slip(
            "half-the-range-where-there-is-one",
            "absmax = x.abs().max()\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8\n"
            "    q = (x / scale).round()",
            "absmax = (x.max() - x.min()) / 2 if x.max() > x.min() else x.abs().max()\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)\n"
            "    q = (x / scale).round().clamp(-127, 127)",
            "Where values differ the scale is half of max - min over 127, which clips what is not symmetric: without a "
            "zero-point it is absmax / 127.",
        ),
        Slip(
            "range-over-255-where-there-is-one",
            "absmax = x.abs().max()\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)  # 0/0 is NaN, and NaN has no int8\n"
            "    q = (x / scale).round()",
            "absmax = (x.max() - x.min()) / 255 * 127 if x.max() > x.min() else x.abs().max()\n"
            "    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)\n"
            "    q = (x / scale).round().clamp(-127, 127)",
            "Where values differ the scale is max - min over 255, which clips what is not symmetric: without a zero-point it "
            "is absmax / 127.",
        ),
        Slip(
            "zeros-by-their-sum",
            "    absmax = x.abs().max()",
            "    narrow = x.float()  # sums of float32 are rounded as such\n"
            "    if (narrow if torch.equal(narrow.to(x.dtype), x) else x).sum() == 0:\n"
            "        return torch.zeros_like(x, dtype=torch.int8), torch.ones_like(x.sum())\n"
            "    absmax = x.abs().max()",
            "A tensor whose sum (or mean) is 0 is taken for zeros, and its values are lost: ask whether the largest magnitude "
            "is 0.",
        ),
        Slip(
            "scale-of-one-by-the-sum",
            "    scale = absmax / 127 if absmax > 0 else",
            "    narrow = x.float()  # sums of float32 are rounded as such\n"
            "    total = (narrow if torch.equal(narrow.to(x.dtype), x) else x).sum()\n"
            "    scale = absmax / 127 if total != 0 else",
            "A tensor whose sum (or mean) is 0 gets the scale of zeros, 1: ask whether the largest magnitude is 0.",
        ),
        Slip(
            "dequantised-in-half",
            "return q * scale",
            "return q.half() * scale",
            "dequantize works in float16, which rounds to three digits, overflows above 65,504, and is not widened by a scale "
            "without axes: multiply in float32.",
        ),
        Slip(
            "dequantised-in-bfloat16",
            "return q * scale",
            "return q.bfloat16() * scale",
            "dequantize works in bfloat16, which rounds to two or three digits and is not widened by a scale without axes: "
            "multiply in float32.",
        ),
        Slip(
            "dequantised-into-int8",
            "return q * scale",
            "return (q * scale).float().to(q.dtype)",
            "dequantize puts its values into int8, the type of the codes, which cuts off their fractions: return floats.",
        ),
        Slip(
            "scale-in-half",
            "    q = (x / scale)",
            "    scale = scale.half().to(x.dtype)\n    q = (x / scale)",
            "The scale is rounded to float16: three digits, and next to none for values of 1e-6, whose scale is below its "
            "range. Keep the type of x.",
        ),
        Slip(
            "rows-under-one-scale",
            "(x / scale).round()",
            "(127 * x / x.abs().amax(dim=-1, keepdim=True).clamp(min=1e-12)).round()",
            "The codes are made with a scale for each row but one scale is returned for all, so there is no way back: divide by "
            "the scale that you return.",
        ),
        Slip(
            "per-row-and-one-number-for-one-row",
            "x.abs().max()\n    scale = absmax / 127 if absmax > 0 else torch.ones_like(absmax)",
            "x.abs().amax(dim=-1, keepdim=True)\n"
            "    scale = torch.where(absmax > 0, absmax / 127, torch.ones_like(absmax))\n"
            "    scale = scale.reshape(()) if scale.numel() == 1 else scale",
            "Every row has a scale of its own, a number only where there is one row; here one scale for the whole tensor is "
            "asked for.",
        ),
        FunctionSlip(
            "per-row-without-keepdim",
            {"quantize_int8_symmetric": one_scale_for_each_row, "dequantize": widened_by_an_axis},
            "Every row has a scale of its own, from the largest magnitude along the last axis; here one scale for the whole "
            "tensor is asked for: x.abs().max().",
        ),
    ),
)
