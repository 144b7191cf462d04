"""Sinusoidal positional encoding (Vaswani et al. 2017, arXiv:1706.03762, section 3.5).

    PE[pos, 2i] = sin(pos ω_i),   PE[pos, 2i + 1] = cos(pos ω_i),   ω_i = base^(-2i/d),   i = 0 ... d/2 - 1

Sine and cosine of one frequency are neighbours. A step of k positions rotates each pair by k ω_i, whatever the position, so
the dot product of two positions depends on their distance alone, and every row has the squared norm d/2.

Returns: (length,d), d even; the wavelengths grow from 2π to nearly 2π base.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Slip, Tolerance


def sinusoidal_encoding(length: int, d: int, base: float = 10000.0) -> Tensor:
    """Sines in the even channels, cosines of the same angles in the odd ones."""
    position = torch.arange(length, dtype=torch.float64)  # (length,)
    frequency = base ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)  # (d/2,)
    angle = position[:, None] * frequency  # (length,d/2)
    encoding = torch.empty(length, d)
    encoding[:, 0::2] = angle.sin()
    encoding[:, 1::2] = angle.cos()
    return encoding


# ----------------------------------------------------------------------------------------------------------------------

# Angles may be computed in float32: at positions near 500 that is off by up to 1e-4 radians.
TOLERANCES = {torch.float32: Tolerance(1e-3, 1e-3)}


def cases(_: Draw) -> Iterator[Case]:
    yield Case("one position, two channels", (1, 2))
    yield Case("three positions, two channels", (3, 2))
    yield Case("five positions, six channels", (5, 6))
    yield Case("as many positions as channels", (8, 8))
    yield Case("more channels than positions", (4, 30))
    yield Case("one position, ten channels", (1, 10))
    yield Case("another base", (7, 12, 100.0))
    yield Case("another base, by name", (6, 10), {"base": 500.0})
    yield Case("a base below ten", (9, 8), {"base": 4.0})
    yield Case("base 2", (11, 4, 2.0))
    yield Case("base 1: all frequencies alike", (5, 6, 1.0))
    yield Case("two hundred positions", (200, 16))
    yield Case("400 positions, base 50", (400, 20, 50.0))


def first_half_sines(length: int, d: int, base: float = 10000.0) -> Tensor:
    angle = torch.arange(length)[:, None] * base ** (-torch.arange(0, d, 2) / d)
    return torch.cat([angle.sin(), angle.cos()], dim=-1)


def first_half_sines_ending_at_base(length: int, d: int, base: float = 10000.0) -> Tensor:
    angle = torch.arange(length)[:, None] * base ** (-torch.arange(d // 2) / max(d // 2 - 1, 1))
    return torch.cat([angle.sin(), angle.cos()], dim=-1)


def first_half_cosines(length: int, d: int, base: float = 10000.0) -> Tensor:
    angle = torch.arange(length)[:, None] * base ** (-torch.arange(0, d, 2) / d)
    return torch.cat([angle.cos(), angle.sin()], dim=-1)


def a_frequency_for_each_channel(length: int, d: int, base: float = 10000.0) -> Tensor:
    angle = torch.arange(length)[:, None] * base ** (-torch.arange(d) / d)
    encoding = torch.empty(length, d)
    encoding[:, 0::2] = angle[:, 0::2].sin()
    encoding[:, 1::2] = angle[:, 1::2].cos()
    return encoding


def twice_the_channel(length: int, d: int, base: float = 10000.0) -> Tensor:
    angle = torch.arange(length)[:, None] * base ** (-2 * torch.arange(d) / d)
    encoding = torch.empty(length, d)
    encoding[:, 0::2] = angle[:, 0::2].sin()
    encoding[:, 1::2] = angle[:, 1::2].cos()
    return encoding


def sines_alone(length: int, d: int, base: float = 10000.0) -> Tensor:
    angle = torch.arange(length)[:, None] * base ** (-torch.arange(0, d, 2) / d)
    return angle.sin().repeat_interleave(2, dim=-1)


def channels_by_positions(length: int, d: int, base: float = 10000.0) -> Tensor:
    angle = torch.arange(length)[:, None] * base ** (-torch.arange(0, d, 2) / d)
    return torch.stack([angle.sin(), angle.cos()], dim=-1).flatten(1).T


def angles_alone(length: int, d: int, base: float = 10000.0) -> Tensor:
    angle = torch.arange(length)[:, None] * base ** (-torch.arange(0, d, 2) / d)
    return angle.repeat_interleave(2, dim=-1)


PROBLEM = Problem(
    id="sinusoidal-encoding",
    entries=(sinusoidal_encoding,),
    cases=cases,
    dtypes=(torch.float32,),
    tolerances=TOLERANCES,
    grad=False,
    slips=(
        Slip(
            "binary-logarithm",
            "base ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)",
            "torch.exp(-torch.arange(0, d, 2, dtype=torch.float64) / d * torch.tensor(base).log2())",
            "exp goes with the natural logarithm: base^(-2i/d) is exp(-2i/d * ln(base)).",
        ),
        Slip(
            "divided-by-d-minus-one",
            "dtype=torch.float64) / d)",
            "dtype=torch.float64) / (d - 1))",
            "The exponent is divided by d - 1; it is 2i/d.",
        ),
        Slip(
            "cosine-two-channels-on",
            "encoding[:, 1::2] = angle.cos()",
            "encoding[:, 1::2] = (angle * base ** (-2 / d)).cos()",
            "The cosine has the frequency of the next pair; both channels of a pair share base^(-2i/d).",
        ),
        Slip(
            "odd-channels-empty",
            "encoding[:, 1::2] = angle.cos()",
            "encoding[:, 1::2] = 0",
            "The odd channels stay 0; they hold the cosines.",
        ),
        Slip(
            "multiplied-by-root-of-d",
            "return encoding",
            "return encoding * d**0.5",
            "The encoding is multiplied by sqrt(d), as embeddings are; sines and cosines are returned as they are.",
        ),
        Slip(
            "frequencies-from-one-to-the-inverse",
            "base ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)",
            "torch.linspace(1, 1 / base, d // 2)",
            "The frequencies fall in equal steps from 1 to 1/base; they fall by equal factors, base^(-2i/d).",
        ),
        FunctionSlip(
            "first-half-sines",
            {"sinusoidal_encoding": first_half_sines},
            "The first half of the channels holds the sines, the second the cosines, as in timestep embeddings; here they "
            "alternate, sin in channel 2i and cos in 2i + 1.",
        ),
        FunctionSlip(
            "first-half-sines-ending-at-base",
            {"sinusoidal_encoding": first_half_sines_ending_at_base},
            "The halves are all sines, then all cosines, and the exponent is i / (d/2 - 1): here sin and cos alternate, and the "
            "exponent is 2i/d, which stays below 1.",
        ),
        FunctionSlip(
            "first-half-cosines",
            {"sinusoidal_encoding": first_half_cosines},
            "The first half of the channels holds the cosines, the second the sines; here they alternate, sin in channel 2i "
            "and cos in 2i + 1.",
        ),
        FunctionSlip(
            "a-frequency-for-each-channel",
            {"sinusoidal_encoding": a_frequency_for_each_channel},
            "Every channel has a frequency of its own, base^(-c/d): channels 2i and 2i + 1 share base^(-2i/d).",
        ),
        FunctionSlip(
            "twice-the-channel",
            {"sinusoidal_encoding": twice_the_channel},
            "The exponent is twice the number of the channel; in base^(-2i/d) i counts the pairs, so that 2i is the channel.",
        ),
        FunctionSlip(
            "sines-alone",
            {"sinusoidal_encoding": sines_alone},
            "Both channels of a pair hold the sine; the odd one holds the cosine.",
        ),
        FunctionSlip(
            "channels-by-positions",
            {"sinusoidal_encoding": channels_by_positions},
            "The result is transposed: rows are positions, columns channels, (length, d).",
        ),
        FunctionSlip(
            "angles-alone",
            {"sinusoidal_encoding": angles_alone},
            "The angles are returned; their sines and cosines are asked for.",
        ),
        Slip(
            "cosine-first",
            "encoding[:, 0::2] = angle.sin()\n    encoding[:, 1::2] = angle.cos()",
            "encoding[:, 0::2] = angle.cos()\n    encoding[:, 1::2] = angle.sin()",
            "Sine and cosine are exchanged: the even channels hold the sines.",
        ),
        Slip(
            "positions-from-one",
            "torch.arange(length,",
            "torch.arange(1, length + 1,",
            "Positions are counted from 1; the first row is position 0, with sin 0 = 0 and cos 0 = 1.",
        ),
        Slip(
            "exponent-without-two",
            "torch.arange(0, d, 2, dtype=torch.float64) / d",
            "torch.arange(d // 2, dtype=torch.float64) / d",
            "The exponent is -i/d for pair i; it is -2i/d, nearly -1 for the last pair.",
        ),
        Slip(
            "two-i-twice",
            "torch.arange(0, d, 2, dtype=torch.float64) / d",
            "2 * torch.arange(0, d, 2, dtype=torch.float64) / d",
            "The factor 2 is there twice: arange(0, d, 2) is 2i already, and the exponent is -2i/d.",
        ),
        Slip(
            "exponent-positive",
            "(-torch.arange(0",
            "(torch.arange(0",
            "The exponent lacks its minus: frequencies fall from 1 to nearly 1/base, pos / base^(2i/d).",
        ),
        Slip(
            "ends-at-base",
            "torch.arange(0, d, 2, dtype=torch.float64) / d",
            "torch.arange(0, d, 2, dtype=torch.float64) / max(d - 2, 1)",
            "The exponents run to -1 exactly, as in a linspace or i / (d/2 - 1); 2i/d ends at (d - 2)/d.",
        ),
        Slip(
            "pairs-from-one",
            "torch.arange(0, d, 2, dtype=torch.float64) / d",
            "torch.arange(2, d + 2, 2, dtype=torch.float64) / d",
            "Pairs are counted from 1; i begins at 0, so that the first frequency is 1.",
        ),
        Slip(
            "divided-by-number-of-pairs",
            "torch.arange(0, d, 2, dtype=torch.float64) / d",
            "torch.arange(d // 2, dtype=torch.float64) / (d // 2 + 1)",
            "The exponents are divided by d/2 + 1; i / (d/2) is what 2i/d is.",
        ),
        Slip(
            "turns-for-radians",
            "position[:, None] * frequency",
            "2 * torch.pi * position[:, None] * frequency",
            "The angles have a factor of 2 pi; they are pos * base^(-2i/d), in radians.",
        ),
        Slip(
            "base-without-effect",
            "base ** (",
            "10000.0 ** (",
            "base has no effect: 10000 is its default only.",
        ),
        Slip(
            "natural-base",
            "base ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)",
            "torch.exp(-torch.arange(0, d, 2, dtype=torch.float64) / d)",
            "The base's logarithm is missing: base^(-2i/d) is exp(-2i/d * log(base)).",
        ),
        Slip(
            "decimal-logarithm",
            "base ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)",
            "torch.exp(-torch.arange(0, d, 2, dtype=torch.float64) / d * torch.tensor(base).log10())",
            "exp goes with the natural logarithm: base^(-2i/d) is exp(-2i/d * ln(base)).",
        ),
        Slip(
            "divided-by-length",
            "position[:, None] * frequency",
            "position[:, None] / length * frequency",
            "Positions are divided by the length; they are whole numbers, 0, 1, 2, ..., whatever the length.",
        ),
        Slip(
            "exponent-by-length",
            "dtype=torch.float64) / d)",
            "dtype=torch.float64) / length)",
            "The exponent is divided by the length; it is 2i/d, of the number of channels.",
        ),
        Slip(
            "frequencies-linear",
            "base ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)",
            "1 - torch.arange(0, d, 2, dtype=torch.float64) / d * (1 - 1 / base)",
            "The frequencies fall in equal steps; they fall by equal factors, base^(-2i/d).",
        ),
        Slip(
            "position-in-the-exponent",
            "position[:, None] * frequency",
            "frequency ** position[:, None]",
            "The frequency is raised to the position; the angle is their product.",
        ),
        Slip(
            "scaled-by-root-of-d",
            "return encoding",
            "return encoding / d**0.5",
            "The encoding is divided by sqrt(d); sines and cosines are returned as they are.",
        ),
        Slip(
            "scaled-to-unit-rows",
            "return encoding",
            "return encoding / encoding.norm(dim=-1, keepdim=True)",
            "The rows are scaled to length 1; sines and cosines are returned as they are, each row of length sqrt(d/2).",
        ),
        Slip(
            "batch-axis",
            "return encoding",
            "return encoding[None]",
            "The result has an axis in front for the batch; (length, d) is asked for.",
        ),
        Slip(
            "whole-frequencies",
            "frequency  # (length,d/2)",
            "frequency.long()  # (length,d/2)",
            "The frequencies are cut to whole numbers, 1 and then 0, as integer division does: keep them as floats.",
        ),
        Slip(
            "whole-exponents",
            "-torch.arange(0, d, 2, dtype=torch.float64) / d",
            "-(torch.arange(0, d, 2) // d)",
            "The exponent is divided with //, which leaves 0 for every pair, and all frequencies 1: 2i/d is a fraction.",
        ),
        Slip(
            "whole-exponents-rounded-down",
            "-torch.arange(0, d, 2, dtype=torch.float64) / d",
            "-torch.arange(0, d, 2) // d",
            "The exponent is divided with //, which rounds -2i/d down to -1 for all pairs but the first: 2i/d is a fraction.",
        ),
    ),
)
