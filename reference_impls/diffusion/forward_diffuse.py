"""The forward process of DDPM in one jump (Ho et al. 2020, arXiv:2006.11239, eq. 4).

    q(x_t | x_0) = N(√ᾱ_t x_0, (1 - ᾱ_t) I)           x_t = √ᾱ_t x_0 + √(1 - ᾱ_t) ε

ᾱ_t = Π_{s<=t} (1 - β_s) falls from nearly 1 to nearly 0. The squares of the two factors add up to 1, so data of unit variance
keep it at every level. A batch of training holds a level for each sample, which is why ᾱ_t needs axes to be broadcast over.

Shapes: x0, eps (B,...), any rank; t (B,), integers that index alphas_bar (T,). Returns: x_t (B,...).
"""

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem, Slip


def q_sample(x0: Tensor, t: Tensor, eps: Tensor, alphas_bar: Tensor) -> Tensor:
    """x0 with noise eps, at each sample's own level t."""
    ab = alphas_bar[t].view(-1, *[1] * (x0.ndim - 1))  # (B,1,...,1), whatever the rank
    return ab.sqrt() * x0 + (1 - ab).sqrt() * eps


# ----------------------------------------------------------------------------------------------------------------------


def levels(draw: Draw, T: int) -> Tensor:
    """Falling levels at uneven distances, far enough apart to be told from each other and from their roots."""
    places = torch.arange(T, dtype=torch.float64) + draw.uniform(T, low=0.2, high=0.8).double()
    return draw.floating(0.97 - 0.93 * places / T)


def ddpm_levels(draw: Draw, T: int) -> Tensor:
    """Those of the linear schedule."""
    return draw.floating((1 - torch.linspace(1e-4, 0.02, T, dtype=torch.float64)).cumprod(0))


def case(name: str, draw: Draw, shape: Sequence[int], t: Sequence[int], alphas_bar: Tensor, **options: Any) -> Case:
    """Data that are not centred, so that an exchange with the noise shows; no gradient is asked of the schedule."""
    x0, eps = draw.normal(*shape, mean=0.5, scale=1.5), draw.normal(*shape)
    return Case(name, (x0, torch.tensor(t), eps, alphas_bar), constant=("alphas_bar",), **options)


def cases(draw: Draw) -> Iterator[Case]:
    yield case("one value", draw, (1, 1), [1], levels(draw, 2))
    yield case("vectors", draw, (4, 3), [6, 0, 3, 5], levels(draw, 7))
    yield case("a batch of numbers", draw, (5,), [3, 7, 1, 0, 6], levels(draw, 8))
    yield case("sequences", draw, (2, 3, 5), [1, 8], levels(draw, 9))
    yield case("images", draw, (3, 2, 4, 5), [4, 0, 5], levels(draw, 6))
    yield case("videos", draw, (2, 3, 4, 5, 6), [9, 2], levels(draw, 10))
    yield case("one image", draw, (1, 3, 4, 6), [2], levels(draw, 5))
    yield case("as many features as samples", draw, (4, 4), [5, 1, 3, 2], levels(draw, 6))
    yield case("images, all axes of one length", draw, (3, 3, 3, 3), [0, 4, 2], levels(draw, 5))
    yield case("as many levels as samples", draw, (5, 3), [2, 0, 4, 1, 3], levels(draw, 5))
    yield case("a level that comes twice", draw, (4, 2, 3), [3, 1, 3, 1], levels(draw, 6))
    yield case("a thousand levels", draw, (6, 4), [999, 0, 500, 37, 250, 1], ddpm_levels(draw, 1000))
    yield case("few, uneven levels", draw, (3, 2), [1, 2, 0], draw.floating([0.9999, 0.5, 4e-5]))
    black, eps = draw.floating(torch.zeros(2, 3)), draw.normal(2, 3)
    clean = draw.floating([1.0, 0.6])  # alpha-bar 1: nothing of eps may be left, on any scale
    yield Case("a level without noise", (black, torch.tensor([0, 0]), eps, clean), grad=False)


PROBLEM = Problem(
    id="forward-diffuse",
    entries=(q_sample,),
    cases=cases,
    tolerances=FLOAT32_EVERYWHERE,
    slips=(
        Slip(
            "no-roots",
            "ab.sqrt() * x0 + (1 - ab).sqrt() * eps",
            "ab * x0 + (1 - ab) * eps",
            "The factors are alpha-bar and 1 - alpha-bar, without roots: 1 - alpha-bar is the variance of the noise, so values "
            "are scaled by the square roots of both.",
        ),
        Slip(
            "noise-without-root",
            "(1 - ab).sqrt() * eps",
            "(1 - ab) * eps",
            "The noise is multiplied by its variance, 1 - alpha-bar; it takes the standard deviation, the root of that.",
        ),
        Slip(
            "signal-without-root",
            "ab.sqrt() * x0",
            "ab * x0",
            "x0 is multiplied by alpha-bar; its factor is the root, so that the squares of both factors add up to 1.",
        ),
        Slip(
            "noise-linear",
            "(1 - ab).sqrt() * eps",
            "(1 - ab.sqrt()) * eps",
            "The factor of the noise is 1 - sqrt(alpha-bar), a linear interpolation; that loses variance: take "
            "sqrt(1 - alpha-bar).",
        ),
        Slip(
            "root-of-one-minus-root",
            "(1 - ab).sqrt() * eps",
            "(1 - ab.sqrt()).sqrt() * eps",
            "A root too many: the noise has the factor sqrt(1 - alpha-bar), without a root around alpha-bar itself.",
        ),
        Slip(
            "levels-read-as-roots",
            "ab.sqrt() * x0 + (1 - ab).sqrt() * eps",
            "ab * x0 + (1 - ab**2).sqrt() * eps",
            "alphas_bar is used as if it held the factors of x0 already; it holds their squares.",
        ),
        Slip(
            "factors-swapped",
            "ab.sqrt() * x0 + (1 - ab).sqrt() * eps",
            "(1 - ab).sqrt() * x0 + ab.sqrt() * eps",
            "The factors are exchanged: at alpha-bar near 1 the sample is nearly clean, so sqrt(alpha-bar) goes with x0.",
        ),
        Slip(
            "noise-subtracted",
            "x0 + (1 - ab)",
            "x0 - (1 - ab)",
            "The noise is subtracted; here it is added. (The sign matters: the network is trained on this very eps.)",
        ),
        Slip(
            "noise-left-out",
            "ab.sqrt() * x0 + (1 - ab).sqrt() * eps",
            "ab.sqrt() * x0 + 0 * eps",
            "Only the mean is returned: sqrt(1 - alpha-bar) eps has to be added.",
        ),
        Slip(
            "signal-unscaled",
            "ab.sqrt() * x0",
            "x0",
            "x0 enters at full size, so the variance grows; in this process it shrinks by sqrt(alpha-bar).",
        ),
        Slip(
            "noise-unscaled",
            "(1 - ab).sqrt() * eps",
            "eps",
            "The noise enters at full size at every level; its factor is sqrt(1 - alpha-bar).",
        ),
        Slip(
            "variance-exploding",
            "ab.sqrt() * x0 + (1 - ab).sqrt() * eps",
            "x0 + ((1 - ab) / ab).sqrt() * eps",
            "This is x_t divided by sqrt(alpha-bar), the variance-exploding form; DDPM scales x0 down and keeps the variance.",
        ),
        Slip(
            "clean-estimate",
            "ab.sqrt() * x0 + (1 - ab).sqrt() * eps",
            "(x0 - (1 - ab).sqrt() * eps) / ab.sqrt()",
            "This is the inverse, which finds x0 from x_t and the noise; asked for is the noisy x_t.",
        ),
        Slip(
            "velocity",
            "ab.sqrt() * x0 + (1 - ab).sqrt() * eps",
            "ab.sqrt() * eps - (1 - ab).sqrt() * x0",
            "This is the target of v-prediction, sqrt(alpha-bar) eps - sqrt(1 - alpha-bar) x0; asked for is the noisy sample.",
        ),
        Slip(
            "level-of-the-step-before",
            "alphas_bar[t]",
            "alphas_bar[t - 1]",
            "The level of the step before is used (and the last for t = 0): t indexes the array as it is, from 0.",
        ),
        Slip(
            "level-of-the-step-before-clamped",
            "alphas_bar[t]",
            "alphas_bar[(t - 1).clamp(min=0)]",
            "The level of the step before is used (and the first for t = 0): t indexes the array as it is, from 0.",
        ),
        Slip(
            "one-put-in-front",
            "alphas_bar[t]",
            "torch.cat([torch.ones_like(alphas_bar[:1]), alphas_bar])[t]",
            "t is counted from 1 with alpha-bar 1 before the first step, so t = 0 stays clean; here alphas_bar[0] is its level.",
        ),
        Slip(
            "level-of-the-next-step",
            "alphas_bar[t]",
            "alphas_bar[(t + 1).clamp(max=len(alphas_bar) - 1)]",
            "The level of the next step is used: t indexes the array as it is, from 0.",
        ),
        Slip(
            "counted-from-the-end",
            "alphas_bar[t]",
            "alphas_bar.flip(0)[t]",
            "t is counted from the end of the schedule: a larger t is a noisier level, alphas_bar[t].",
        ),
        Slip(
            "cumulated-again",
            "alphas_bar[t]",
            "alphas_bar.cumprod(0)[t]",
            "The cumulative product is taken once more: alphas_bar is the product already.",
        ),
        Slip(
            "read-as-betas",
            "alphas_bar[t]",
            "(1 - alphas_bar).cumprod(0)[t]",
            "alphas_bar is treated as the betas: it is the cumulative product of 1 - beta already.",
        ),
        Slip(
            "one-step-alpha",
            "alphas_bar[t]",
            "(alphas_bar / torch.cat([torch.ones_like(alphas_bar[:1]), alphas_bar[:-1]]))[t]",
            "You use the alpha of step t alone: the jump from x0 takes the product of all steps up to t, alphas_bar[t].",
        ),
        Slip(
            "noise-of-one-step",
            "(1 - ab).sqrt() * eps",
            "(1 - (alphas_bar / torch.cat([torch.ones_like(alphas_bar[:1]), alphas_bar[:-1]]))[t].view_as(ab)).sqrt() * eps",
            "The noise has the variance of step t alone, beta_t; the jump from x0 collects 1 - alpha-bar_t.",
        ),
        Slip(
            "schedule-not-indexed",
            "alphas_bar[t]",
            "alphas_bar[: len(t)]",
            "t is not used: sample i gets level i. Index the schedule with t.",
        ),
        Slip(
            "first-t-for-all",
            "alphas_bar[t]",
            "alphas_bar[t[0].expand(len(t))]",
            "All samples get the level of the first: t holds one for each.",
        ),
        Slip(
            "t-as-one-number",
            "alphas_bar[t]",
            "alphas_bar[t.item()]",
            "t is turned into one number, which works for a batch of one alone: it holds a step for each sample, so index with "
            "the tensor.",
        ),
        Slip(
            "one-level-for-the-batch",
            "alphas_bar[t]",
            "alphas_bar[t].mean().expand(len(t))",
            "The levels are averaged over the batch: each sample has its own.",
        ),
        Slip(
            "not-broadcast",
            ".view(-1, *[1] * (x0.ndim - 1))",
            "",
            "alphas_bar[t] of shape (B,) meets the last axis of x0, not the batch: give it a 1 for each further axis. With as "
            "many features as samples this raises nothing and is wrong.",
        ),
        Slip(
            "view-for-images",
            "*[1] * (x0.ndim - 1)",
            "1, 1, 1",
            "The levels are shaped for images, (B,1,1,1): vectors come out with too many axes. Take as many ones as x0 has axes "
            "after the first.",
        ),
        Slip(
            "view-for-vectors",
            "*[1] * (x0.ndim - 1)",
            "1",
            "The levels are shaped (B,1), right for vectors alone: images meet them along their last two axes. Take as many ones "
            "as x0 has axes after the first.",
        ),
        Slip(
            "levels-without-schedule",
            "alphas_bar[t]",
            "(1 - t / len(alphas_bar))",
            "The level is taken as 1 - t/T; it is looked up in the schedule that is given.",
        ),
        Slip(
            "x0-clipped",
            "ab.sqrt() * x0",
            "ab.sqrt() * x0.clamp(-1, 1)",
            "x0 is clipped to [-1, 1]: nothing says that data lie there, and the formula has no clipping.",
        ),
        Slip(
            "result-clipped",
            "ab.sqrt() * x0 + (1 - ab).sqrt() * eps",
            "(ab.sqrt() * x0 + (1 - ab).sqrt() * eps).clamp(-1, 1)",
            "The noisy sample is clipped to [-1, 1]: it has Gaussian tails, which belong to it.",
        ),
        Slip(
            "small-number-under-the-root",
            "(1 - ab).sqrt()",
            "(1 - ab + 1e-8).sqrt()",
            "A small number is added to 1 - alpha-bar, which leaves noise where alpha-bar is 1: a root of 0 is 0, and nothing is "
            "divided by it.",
        ),
        Slip(
            "variance-at-least-small",
            "(1 - ab).sqrt()",
            "(1 - ab).clamp(min=1e-5).sqrt()",
            "1 - alpha-bar is kept from 0, which leaves noise where alpha-bar is 1: a root of 0 is 0, and nothing is divided by "
            "it.",
        ),
        Slip(
            "noise-of-the-data",
            "(1 - ab).sqrt() * eps",
            "(1 - ab).sqrt() * (eps - x0)",
            "The data stand in the noise term, too, as on a straight path from x0 to eps; each of the two has one factor.",
        ),
    ),
)
