"""Rotary position embedding, adjacent pairs (Su et al. 2021, arXiv:2104.09864, section 3.2.2, eqs. 14 and 15).

    (x_2i, x_2i+1) at position m  ->  rotated by the angle m θ_i,   θ_i = theta^(-2i/d),   i = 0 ... d/2 - 1

Rotations compose, so the product of a query rotated by m and a key rotated by n depends on positions through n - m
alone. With a cache the newest token is not at position 0: offset says where the sequence begins. Angles need float32:
half precision has no 2049, and a rounded frequency times a large position can be off by a radian.

Shapes: x (...,T,d), d even. The paper counts pairs from 1, hence its -2(i-1)/d.
Returns: (...,T,d), in the dtype of x.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Law, Problem, Slip, Tolerance, World, expect, expect_close


def rope_1d(x: Tensor, theta: float = 10000.0, offset: int = 0) -> Tensor:
    """Rotate each pair of neighbouring channels by its position times its frequency."""
    T, d = x.shape[-2:]
    wide = torch.promote_types(x.dtype, torch.float32)
    position = torch.arange(offset, offset + T, dtype=wide, device=x.device)  # (T,)
    frequency = theta ** (-torch.arange(0, d, 2, dtype=wide, device=x.device) / d)  # (d/2,)
    angle = position[:, None] * frequency  # (T,d/2)
    cos, sin = angle.cos(), angle.sin()
    even, odd = x[..., 0::2].to(wide), x[..., 1::2].to(wide)  # (...,T,d/2)
    rotated = torch.stack((even * cos - odd * sin, even * sin + odd * cos), dim=-1)  # (...,T,d/2,2)
    return rotated.flatten(-2).to(x.dtype)


# ----------------------------------------------------------------------------------------------------------------------

# Angles may be computed in float32 whatever comes in: at positions near 4096 the ways to write theta^(-2i/d) differ by
# up to 3e-4 radians.
TOLERANCES = {
    torch.float64: Tolerance(1e-3, 1e-3),
    torch.float32: Tolerance(1e-3, 1e-3),
    torch.float16: Tolerance(1e-2, 4e-3),
    torch.bfloat16: Tolerance(4e-2, 2e-2),
}


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("three positions, two pairs", (draw.normal(3, 4),))
    yield Case("one pair", (draw.normal(2, 6, 2),))
    yield Case("batch and heads", (draw.normal(2, 3, 5, 8),))
    yield Case("as many heads as positions and channels", (draw.normal(4, 4, 4, 4),))
    yield Case("another base", (draw.normal(2, 7, 6),), {"theta": 50.0})
    yield Case("decoding step", (draw.normal(2, 3, 1, 8),), {"offset": 17})
    yield Case("base and offset by position", (draw.normal(2, 1, 3, 6), 500.0, 11))
    yield Case("offset 4096", (draw.normal(2, 3, 16),), {"offset": 4096})
    yield Case("offset 4096, base of Llama 3", (draw.normal(2, 3, 16),), {"theta": 500000.0, "offset": 4096})
    yield Case("five axes", (draw.normal(2, 1, 3, 4, 10),), {"offset": 1})


def dtype_of(value: object) -> str:
    """`float16` for tensors and arrays alike."""
    return str(getattr(value, "dtype", type(value).__name__)).removeprefix("torch.")


def keeps_the_dtype(world: World, draw: Draw) -> None:
    half, double = draw.normal(2, 3, 4), draw.normal(2, 3, 4).double()
    got = dtype_of(world.call("rope_1d", half))
    expect(got == "float16", f"float16 comes in, {got} comes out", "dtype-of-half")
    got = dtype_of(world.call("rope_1d", double))
    expect(got == "float64", f"float64 comes in, {got} comes out", "dtype-of-double")


def half_precision_positions(world: World, draw: Draw) -> None:
    x = draw.normal(2, 4, 8)
    want = rope_1d(x.double(), offset=2049)
    got = world.call("rope_1d", x, offset=2049)
    message = "float16 input at positions 2049 to 2052: the angles need float32"
    expect_close(got, want, message, "half-angles", rtol=2e-2, atol=2e-2)


def positions_along_the_first_axis(x: Tensor, theta: float = 10000.0, offset: int = 0) -> Tensor:
    turned, d = x.transpose(0, -2), x.shape[-1]
    wide = torch.promote_types(x.dtype, torch.float32)
    angle = torch.arange(offset, offset + x.shape[0], dtype=wide)[:, None] * theta ** (
        -torch.arange(0, d, 2, dtype=wide) / d
    )
    even, odd = turned[..., 0::2].to(wide), turned[..., 1::2].to(wide)
    rotated = torch.stack((even * angle.cos() - odd * angle.sin(), even * angle.sin() + odd * angle.cos()), dim=-1)
    return rotated.flatten(-2).to(x.dtype).transpose(0, -2)


PROBLEM = Problem(
    id="rope-1d",
    entries=(rope_1d,),
    cases=cases,
    tolerances=TOLERANCES,
    laws=(
        Law("the result has the dtype of x", keeps_the_dtype, dtype=torch.float16),
        Law("positions beyond 2048 in half precision", half_precision_positions, dtype=torch.float16),
    ),
    slips=(
        Slip(
            "half-split",
            "x[..., 0::2].to(wide), x[..., 1::2].to(wide)  # (...,T,d/2)\n"
            "    rotated = torch.stack((even * cos - odd * sin, even * sin + odd * cos), dim=-1)",
            "x.to(wide).chunk(2, dim=-1)\n"
            "    rotated = torch.stack((even * cos - odd * sin, even * sin + odd * cos), dim=-2)",
            "Channel i is paired with i + d/2, as in GPT-NeoX and in Hugging Face's Llama; here the pairs are neighbours, "
            "(0,1), (2,3), ...",
        ),
        Slip(
            "not-interleaved",
            "torch.stack((even * cos - odd * sin, even * sin + odd * cos), dim=-1)",
            "torch.stack((even * cos - odd * sin, even * sin + odd * cos), dim=-2)",
            "The rotated channels come out as all even ones, then all odd ones: stack on a new last axis and flatten, so "
            "that each pair goes back to its place.",
        ),
        Slip(
            "odd-from-rotated-even",
            "rotated = torch.stack((even * cos - odd * sin, even * sin + odd * cos), dim=-1)",
            "even = even * cos - odd * sin\n    rotated = torch.stack((even, even * sin + odd * cos), dim=-1)",
            "The even channel is overwritten before the odd one is computed from it: keep both old values.",
        ),
        Slip(
            "angles-half-split",
            "rotated = torch.stack((even * cos - odd * sin, even * sin + odd * cos), dim=-1)",
            "(c0, c1), (s0, s1) = (torch.cat((a, a), dim=-1).unflatten(-1, (-1, 2)).unbind(-1) for a in (cos, sin))\n"
            "    rotated = torch.stack((even * c0 - odd * s0, odd * c1 + even * s1), dim=-1)",
            "Neighbours are rotated, but by the angles laid out for halves, (a0, a1, ..., a0, a1, ...): each pair shares one "
            "angle, so repeat every angle twice (repeat_interleave).",
        ),
        Slip(
            "rotates-backwards",
            "even * cos - odd * sin, even * sin + odd * cos",
            "even * cos + odd * sin, odd * cos - even * sin",
            "The rotation goes the other way, by minus the angle: (a cos - b sin, a sin + b cos).",
        ),
        Slip(
            "frequency-without-2",
            "torch.arange(0, d, 2, dtype=wide, device=x.device) / d",
            "torch.arange(d // 2, dtype=wide, device=x.device) / d",
            "The exponent is -i/d; it is -2i/d, with i the number of the pair.",
        ),
        Slip(
            "frequency-doubled",
            "torch.arange(0, d, 2, dtype=wide, device=x.device) / d",
            "2 * torch.arange(0, d, 2, dtype=wide, device=x.device) / d",
            "The exponent counts channels where it should count pairs: 2i is 0, 2, 4, ..., so the factor 2 comes twice.",
        ),
        Slip(
            "offset-ignored",
            "torch.arange(offset, offset + T",
            "torch.arange(0, T",
            "The positions always begin at 0, so that the newest token of a cached sequence is not rotated: begin "
            "at offset.",
        ),
        Slip(
            "positions-from-1",
            "torch.arange(offset, offset + T",
            "torch.arange(offset + 1, offset + T + 1",
            "The first position is offset + 1; it is offset, so that position 0 is left as it is.",
        ),
        Slip("theta-ignored", "frequency = theta", "frequency = 10000.0", "The argument theta has no effect."),
        Slip(
            "angles-in-half",
            "torch.promote_types(x.dtype, torch.float32)",
            "x.dtype",
            "Positions and angles are computed in the dtype of x; in half precision a position of 2049 is already rounded. "
            "Compute them in float32 and cast the result.",
        ),
        Slip(
            "result-in-float32",
            "rotated.flatten(-2).to(x.dtype)",
            "rotated.flatten(-2)",
            "The result stays in the dtype of the angles: cast it back to the dtype of x.",
        ),
        Slip(
            "frequency-inverted",
            "theta ** (-torch.arange",
            "theta ** (torch.arange",
            "The exponent has lost its minus: the frequencies fall, theta^(-2i/d), and pair 0 is the fastest.",
        ),
        Slip(
            "sine-and-cosine-exchanged",
            "cos, sin = angle.cos(), angle.sin()",
            "cos, sin = angle.sin(), angle.cos()",
            "sin and cos have changed places: position 0 has to leave x as it is.",
        ),
        Slip(
            "offset-added-to-angles",
            "angle = position[:, None] * frequency",
            "angle = (position - offset)[:, None] * frequency + offset",
            "The offset is added to the angles; it belongs to the positions, before they are multiplied by the frequency.",
        ),
        Slip(
            "encoding-added",
            "return rotated.flatten(-2).to(x.dtype)",
            "return (x + torch.stack((sin, cos), dim=-1).flatten(-2)).to(x.dtype)",
            "Sines and cosines are added to x, which is the absolute encoding of 2017; RoPE rotates pairs of channels.",
        ),
        Slip(
            "half-rotation-of-neighbours",
            "return rotated.flatten(-2).to(x.dtype)",
            "left, right = x.to(wide).chunk(2, dim=-1)\n    turned = torch.cat((-right, left), dim=-1)\n    return "
            "(x * cos.repeat_interleave(2, dim=-1) + turned * sin.repeat_interleave(2, dim=-1)).to(x.dtype)",
            "The angles are those of neighbouring pairs, but rotate_half pairs channel i with i + d/2: turn (x0, "
            "x1) into (-x1, x0), pair by pair.",
        ),
        Slip(
            "angle-doubled",
            "position[:, None] * frequency",
            "2 * position[:, None] * frequency",
            "The angles are twice too large: position times theta^(-2i/d).",
        ),
        Slip(
            "frequency-linear",
            "theta ** (-torch.arange(0, d, 2, dtype=wide, device=x.device) / d)",
            "1 / (1 + torch.arange(0, d, 2, dtype=wide, device=x.device) / d * (theta - 1))",
            "The wavelengths grow in equal steps; they grow by equal factors, with the frequencies theta^(-2i/d).",
        ),
        FunctionSlip(
            "positions-along-the-first-axis",
            {"rope_1d": positions_along_the_first_axis},
            "The positions run along the first axis; T is the last axis but one, whatever stands before it.",
        ),
        Slip(
            "positions-up-to-4095",
            "position[:, None]",
            "position.clamp(max=4095)[:, None]",
            "All positions from 4095 on are rotated by the angle of 4095, as where they are cut to the length of a table: "
            "compute the angles for the positions that are asked for.",
        ),
        Slip(
            "positions-up-to-2047",
            "position[:, None]",
            "position.clamp(max=2047)[:, None]",
            "All positions from 2047 on are rotated by the angle of 2047, as where they are cut to the length of a table: "
            "compute the angles for the positions that are asked for.",
        ),
        Slip(
            "exponent-up-to-1",
            "-torch.arange(0, d, 2, dtype=wide, device=x.device) / d",
            "-torch.linspace(0, 1, d // 2, dtype=wide, device=x.device)",
            "The exponents run up to -1, as with linspace(0, 1, d/2), which includes its end; they are -2i/d and end one step "
            "before: arange(0, d, 2) / d.",
        ),
        Slip(
            "pairs-from-1",
            "torch.arange(0, d, 2, dtype=wide, device=x.device) / d",
            "torch.arange(2, d + 2, 2, dtype=wide, device=x.device) / d",
            "The pairs are counted from 1, so that the first frequency is theta^(-2/d); the paper, which counts so too, has "
            "-2(i-1)/d: the first frequency is 1.",
        ),
        Slip(
            "frequencies-reversed",
            "torch.arange(0, d, 2, dtype=wide, device=x.device) / d",
            "torch.arange(0, d, 2, dtype=wide, device=x.device).flip(0) / d",
            "The frequencies come in reverse order, the slowest first; pair 0 is the fastest, with frequency 1.",
        ),
    ),
)
