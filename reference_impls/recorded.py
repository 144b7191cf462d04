"""Laws of training steps that draw noise themselves and call a model once: what the record of that call must show.

Imports torch and `problem`. Each function names what is wrong, so that a slip is recognised by its tag.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from torch import Tensor

from reference_impls.problem import STANDARD_ERRORS, UNKNOWN, SpyCall, expect


def only_call(calls: list[SpyCall], shape: tuple[int, ...]) -> tuple[Tensor, Tensor]:
    """x_t (float64) and t of the one call of the model, for data of this shape.

    Raises: Broken if there is not one call, or its shapes are wrong.
    """
    expect(len(calls) == 1, f"the model is called {len(calls)} times, expected one call", "calls")
    args = (*calls[0].args, *calls[0].kwargs.values())
    expect(len(args) == 2, f"the model gets {len(args)} arguments, expected x_t and t", "arguments")
    x_t, t = (torch.as_tensor(arg).detach() for arg in args)
    expect(x_t.shape == shape, f"x_t has shape {tuple(x_t.shape)}, the data has {shape}", "x_t-shape")
    expect(t.shape == shape[:1], f"t has shape {tuple(t.shape)}, expected {shape[:1]}", "t-shape")
    return x_t.double(), t


def named(measured: Tensor, formulas: Mapping[str, Tensor], *, rtol: float = 1e-4, atol: float = 0.0) -> str:
    """The first formula that gives what was measured."""
    fitting = (
        name for name, value in formulas.items() if torch.allclose(measured, value.expand_as(measured), rtol, atol)
    )
    return next(fitting, UNKNOWN)


def expect_own_gaussian_noise(x_t: Tensor) -> None:
    """Moments of N(0, 1), and no two entries alike, in (B,C,H,W) noise. Each sample is scaled to unit size first.

    The fourth moment of noise so scaled has a standard error of sqrt(24 / n), and a long tail above: below 3 it is held to
    that, above to that of noise as it is. Raises: Broken.
    """
    noise = x_t / x_t.square().mean(dim=(1, 2, 3), keepdim=True).sqrt()
    error = STANDARD_ERRORS / math.sqrt(noise.numel())
    centred = noise - noise.mean(dim=(1, 2, 3), keepdim=True)
    alike = [float((centred * centred.roll(1, axis)).mean().abs()) for axis in range(4)]
    worst = alike.index(max(alike))
    expect(alike[worst] < error, f"the noise is shared along axis {worst}: draw one for every entry", f"shared-{worst}")
    expect(float(noise.mean().abs()) < error, "the noise does not have mean 0: draw it from N(0, 1)", "mean")
    fourth = float(noise.pow(4).mean())
    message = f"the noise is not Gaussian (its fourth moment is {fourth:.2f}, not 3)"
    expect(-math.sqrt(24) < (fourth - 3) / error < math.sqrt(96), message, "fourth")


def expect_a_draw_for_each(noise: Tensor) -> None:
    """Raises: Broken if entries come twice, or with the other sign, wherever they stand, or if rows have parts in common.

    Of a matrix of independent rows of length n the correlations of two rows have mean square 1 / n.
    """
    sizes = noise.flatten().abs().sort().values
    twins = float((sizes.diff() <= 1e-6 * sizes[1:]).double().mean())
    expect(twins < 0.25, "numbers come twice, or with the other sign: draw one for every entry", "twins")
    rows = noise.flatten(0, -2)
    rows = rows / rows.square().mean(dim=-1, keepdim=True).sqrt()
    alike = (rows @ rows.mT / rows.shape[1]).square()
    pairs = len(rows) * (len(rows) - 1)
    common = rows.shape[1] * float(alike.sum() - alike.diagonal().sum()) / pairs
    expect(common < 1.5, "rows of the noise are made of the same few draws: draw one for every entry", "rows")


def expect_fresh_noise(noise: Tensor, again: Tensor) -> None:
    """Raises: Broken if two calls drew the same noise, whatever its size in each sample: half of the signs agree by chance."""
    agreeing = float((noise.sign() == again.sign()).double().mean())
    expect(0.25 < agreeing < 0.75, "two calls use the same noise: draw it anew", "repeated")


def squared_error_formulas(error: Tensor) -> dict[str, Tensor]:
    """What people make of an error of shape (B,...): the mean of its square first, then the usual other reductions."""
    return {
        "the mean squared error": error.square().mean(),
        "the sum of the squared errors: take the mean": error.square().sum(),
        "the squared norm: take the mean over all entries": error.square().sum() / len(error),
        "half the mean squared error": error.square().mean() / 2,
        "the root of the mean squared error": error.square().mean().sqrt(),
        "the mean absolute error": error.abs().mean(),
        "the mean norm of a sample's error: take the mean of the squares": error.flatten(1).norm(dim=1).mean(),
    }
