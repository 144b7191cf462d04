"""One ancestral step of DDPM from the predicted noise (Ho et al. 2020, arXiv:2006.11239, algorithm 2 and eq. 11).

    x_{t-1} = (x_t - β_t / √(1 - ᾱ_t) ε) / √α_t + σ_t z           α_t = 1 - β_t,  ᾱ_t = Π_{s<=t} α_s

The mean is that of q(x_{t-1} | x_t, x̂0). Here σ_t² = β_t, which is right if x0 is standard normal; the paper's other choice, the
variance of that posterior, is right if x0 is a single point. The last step adds no noise: what it gives is the sample.

Shapes: x_t, eps, z all alike, any shape; t an int, counted from 0; betas (T,). Returns: x_{t-1}, of the shape of x_t. At t = 0 z
is ignored, and may be None.
"""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem, Slip


def ddpm_step(x_t: Tensor, eps: Tensor, t: int, betas: Tensor, z: Tensor | None) -> Tensor:
    """x at step t-1 from x at step t and the noise that was predicted there."""
    alphas = 1 - betas  # (T,)
    ab = alphas.cumprod(0)  # (T,)
    x_prev = (x_t - betas[t] / (1 - ab[t]).sqrt() * eps) / alphas[t].sqrt()
    if t > 0 and z is not None:
        x_prev = x_prev + betas[t].sqrt() * z
    return x_prev


# ----------------------------------------------------------------------------------------------------------------------


def state(draw: Draw, *shape: int) -> tuple[Tensor, Tensor]:
    """A state that leaves [-1, 1], and a noise prediction."""
    return draw.normal(*shape, mean=0.4, scale=2.0), draw.normal(*shape)


def large(draw: Draw, T: int) -> Tensor:
    """Betas in no order, large enough that every mistake in a product of them shows."""
    places = torch.arange(T, dtype=torch.float64)[draw.permutation(T)]
    return draw.floating(0.08 + 0.5 * (places + draw.uniform(T, high=0.5).double()) / T)


def case(name: str, draw: Draw, shape: Sequence[int], t: int, betas: Tensor) -> Case:
    """A step with noise."""
    x_t, eps = state(draw, *shape)
    return Case(name, (x_t, eps, t, betas, draw.normal(*shape)))


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("a schedule of one step", (*state(draw, 2), 0, draw.floating([0.3]), None))
    yield case("one value, t = 1 of 2", draw, (1,), 1, large(draw, 2))
    yield case("images", draw, (2, 3, 4, 5), 3, large(draw, 6))
    yield case("the first step, t = T-1", draw, (3, 4), 4, large(draw, 5))
    yield case("t = 1", draw, (4, 3), 1, large(draw, 7))
    x_t, eps = state(draw, 2, 3, 5)
    betas = large(draw, 6)
    yield Case("t = 0, z None", (x_t, eps, 0, betas, None))
    yield Case("t = 0 ignores z", (x_t, eps, 0, betas, draw.normal(2, 3, 5)))
    yield case("videos", draw, (2, 3, 2, 4, 3), 5, large(draw, 8))
    yield Case("z zero: the mean", (*state(draw, 3, 2), 2, large(draw, 4), draw.floating(torch.zeros(3, 2))))
    row = state(draw, 5)
    yield Case("one row, t = 2", (row[0] * 16, row[1], 2, large(draw, 4), draw.normal(5)))
    steep = draw.floating([0.02, 0.3, 0.7, 0.999])
    yield case("a step that starts from noise alone", draw, (3, 5), 3, steep)
    # not as small as DDPM's first betas: β / (1 - ᾱ) of the posterior form is inexact there in float32
    linear = draw.floating(torch.linspace(6e-3, 0.03, 300, dtype=torch.float64))
    for t in (299, 120, 1):
        yield case(f"many small steps, t = {t}", draw, (4, 6), t, linear)
    yield Case("many small steps, t = 0", (*state(draw, 4, 6), 0, linear, None))


X0 = "(x_t - (1 - ab[t]).sqrt() * eps) / ab[t].sqrt()"
MEAN = "(x_t - betas[t] / (1 - ab[t]).sqrt() * eps) / alphas[t].sqrt()"
NOISE_ADDED = "\n    if t > 0 and z is not None:\n        x_prev = x_prev + betas[t].sqrt() * z\n"
BEFORE = "(ab[t - 1] if t > 0 else torch.ones_like(ab[0]))"

PROBLEM = Problem(
    id="ddpm-step",
    entries=(ddpm_step,),
    cases=cases,
    tolerances=FLOAT32_EVERYWHERE,
    grad=False,
    slips=(
        Slip(
            "noise-not-rooted",
            "betas[t].sqrt() * z",
            "betas[t] * z",
            "z is scaled by beta_t, the variance; the noise is sigma_t z with sigma_t = sqrt(beta_t).",
        ),
        Slip(
            "posterior-variance",
            "betas[t].sqrt() * z",
            "(betas[t] * (1 - ab[t - 1]) / (1 - ab[t])).sqrt() * z",
            "The noise has the variance of the posterior, beta_t (1 - ab_{t-1})/(1 - ab_t), the paper's other choice; asked for "
            "is sigma_t^2 = beta_t.",
        ),
        Slip(
            "marginal-deviation",
            "betas[t].sqrt() * z",
            "(1 - ab[t]).sqrt() * z",
            "z is scaled by sqrt(1 - alpha-bar_t), the noise of all steps together; one step adds sqrt(beta_t).",
        ),
        Slip(
            "deviation-of-the-level-before",
            "betas[t].sqrt() * z",
            "(1 - ab[t - 1]).sqrt() * z",
            "z is scaled by sqrt(1 - alpha-bar_{t-1}), the whole noise of the new level, part of which x_t still holds; one step "
            "adds sqrt(beta_t).",
        ),
        Slip(
            "beta-of-the-step-before-for-the-noise",
            "betas[t].sqrt() * z",
            "betas[t - 1].sqrt() * z",
            "The noise has the beta of step t-1; sigma_t^2 = beta_t, of the step that is being undone.",
        ),
        Slip(
            "noise-never-added",
            "x_prev = x_prev + betas[t].sqrt() * z",
            "pass",
            "Only the mean is returned: for t > 0 sqrt(beta_t) z is added.",
        ),
        Slip(
            "noise-subtracted",
            "x_prev + betas[t]",
            "x_prev - betas[t]",
            "sqrt(beta_t) z is subtracted; it is added.",
        ),
        Slip(
            "noise-at-the-last-step",
            "if t > 0 and z is not None:",
            "if z is not None:",
            "Noise is added at t = 0, too, wherever z is given: the last step returns the mean, and z is ignored.",
        ),
        Slip(
            "z-needed",
            "if t > 0 and z is not None:",
            "if True:",
            "The noise is added at every step, t = 0 included: there z is ignored and may be None.",
        ),
        Slip(
            "counted-from-one",
            "if t > 0 and z is not None:",
            "if t > 1:",
            "t = 1 gets no noise, as if steps were counted from 1: here t = 0 is the last one.",
        ),
        Slip(
            "no-noise-at-the-first-step",
            "if t > 0 and z is not None:",
            "if 0 < t < len(betas) - 1:",
            "The step from t = T-1 gets no noise; only the last one, t = 0, goes without.",
        ),
        Slip(
            "noise-inside-the-division",
            "    x_prev = " + MEAN + NOISE_ADDED,
            "    noise = betas[t].sqrt() * z if t > 0 else 0.0\n"
            "    x_prev = (x_t - betas[t] / (1 - ab[t]).sqrt() * eps + noise) / alphas[t].sqrt()\n",
            "The fresh noise is divided by sqrt(alpha_t), too: only the mean is; sigma_t z comes after it.",
        ),
        Slip(
            "whole-noise-removed",
            "betas[t] / (1 - ab[t]).sqrt() * eps",
            "(1 - ab[t]).sqrt() * eps",
            "sqrt(1 - alpha-bar_t) eps is subtracted, all the noise at once, as for x0; one step removes "
            "beta_t / sqrt(1 - alpha-bar_t) of it.",
        ),
        Slip(
            "eps-by-beta",
            "betas[t] / (1 - ab[t]).sqrt() * eps",
            "betas[t] * eps",
            "eps has the factor beta_t; it is beta_t / sqrt(1 - alpha-bar_t).",
        ),
        Slip(
            "denominator-not-rooted",
            "betas[t] / (1 - ab[t]).sqrt()",
            "betas[t] / (1 - ab[t])",
            "The root is missing below beta_t: the factor of eps is beta_t / sqrt(1 - alpha-bar_t).",
        ),
        Slip(
            "numerator-rooted",
            "betas[t] / (1 - ab[t]).sqrt()",
            "betas[t].sqrt() / (1 - ab[t]).sqrt()",
            "The numerator of the factor of eps is beta_t itself, without a root: beta_t / sqrt(1 - alpha-bar_t).",
        ),
        Slip(
            "alpha-for-alpha-bar",
            "(1 - ab[t]).sqrt()",
            "(1 - alphas[t]).sqrt()",
            "sqrt(1 - alpha_t) stands below beta_t; it is sqrt(1 - alpha-bar_t), the noise of all steps up to t.",
        ),
        Slip(
            "alpha-bar-under-beta",
            "betas[t] / (1 - ab[t]).sqrt()",
            "betas[t] / ab[t].sqrt()",
            "sqrt(alpha-bar_t) stands below beta_t; it is sqrt(1 - alpha-bar_t), the deviation of the noise in x_t.",
        ),
        Slip(
            "noise-factor-upside-down",
            "betas[t] / (1 - ab[t]).sqrt() * eps",
            "(1 - ab[t]).sqrt() / betas[t] * eps",
            "The factor of eps is upside down: it is beta_t / sqrt(1 - alpha-bar_t).",
        ),
        Slip(
            "divided-by-alpha-bar",
            "/ alphas[t].sqrt()",
            "/ ab[t].sqrt()",
            "The mean is divided by sqrt(alpha-bar_t), the way to x0; one step undoes one shrink: divide by sqrt(alpha_t).",
        ),
        Slip(
            "divided-by-alpha",
            "/ alphas[t].sqrt()",
            "/ alphas[t]",
            "The mean is divided by alpha_t; the forward step shrinks by its root, so divide by sqrt(alpha_t).",
        ),
        Slip(
            "multiplied-by-alpha",
            "/ alphas[t].sqrt()",
            "* alphas[t].sqrt()",
            "The mean is multiplied by sqrt(alpha_t), as in the forward step; the reverse one divides by it.",
        ),
        Slip(
            "not-divided",
            " / alphas[t].sqrt()",
            "",
            "The mean is not divided by sqrt(alpha_t), by which the forward step had shrunk the state.",
        ),
        Slip(
            "divided-by-beta",
            "/ alphas[t].sqrt()",
            "/ betas[t].sqrt()",
            "The mean is divided by sqrt(beta_t); it is divided by sqrt(alpha_t) = sqrt(1 - beta_t).",
        ),
        Slip(
            "only-x-divided",
            MEAN,
            "x_t / alphas[t].sqrt() - betas[t] / (1 - ab[t]).sqrt() * eps",
            "Only x_t is divided by sqrt(alpha_t): the whole difference is, the noise included.",
        ),
        Slip(
            "eps-added",
            "(x_t - betas[t]",
            "(x_t + betas[t]",
            "The predicted noise is added; it is subtracted. (A score would be added, with the factor beta_t.)",
        ),
        Slip(
            "eps-read-as-score",
            "- betas[t] / (1 - ab[t]).sqrt() * eps",
            "+ betas[t] * eps",
            "eps is used as the score, x_t + beta_t score; the score is -eps / sqrt(1 - alpha-bar_t).",
        ),
        Slip(
            "euler-of-the-reverse-sde",
            MEAN,
            "x_t + betas[t] * (x_t / 2 - eps / (1 - ab[t]).sqrt())",
            "This is an Euler step of the reverse SDE, which agrees only for small beta_t: DDPM divides by sqrt(1 - beta_t).",
        ),
        Slip(
            "step-before",
            'there."""\n',
            'there."""\n    t = t - 1 if t > 0 else 0\n',
            "beta_t and alpha-bar_t are those of step t-1, and t = 1 gets no noise: t is counted from 0 and indexes betas as it "
            "is.",
        ),
        Slip(
            "coefficients-of-the-step-before",
            "    x_prev = " + MEAN + NOISE_ADDED,
            "    x_prev = (x_t - betas[t - 1] / (1 - ab[t - 1]).sqrt() * eps) / alphas[t - 1].sqrt()\n"
            "    if t > 0:\n        x_prev = x_prev + betas[t - 1].sqrt() * z\n",
            "All coefficients are those of step t-1 (of the last one for t = 0): t is counted from 0 and indexes betas as it is.",
        ),
        Slip(
            "alpha-bar-of-the-level-before",
            "(1 - ab[t]).sqrt()",
            f"(1 - {BEFORE}).sqrt()",
            "alpha-bar is that of the level before, a product without alpha_t (and 1 at t = 0, where you divide by 0): the noise "
            "in x_t is that of all steps up to t, t included.",
        ),
        Slip(
            "product-of-betas",
            "alphas.cumprod(0)",
            "betas.cumprod(0)",
            "The cumulative product runs over the betas; alpha-bar is the product of the 1 - beta.",
        ),
        Slip(
            "sum-of-betas",
            "alphas.cumprod(0)",
            "(1 - betas.cumsum(0)).clamp(min=1e-8)",
            "alpha-bar is taken as 1 minus the sum of the betas; it is the product of the 1 - beta.",
        ),
        Slip(
            "exponential-of-the-sum",
            "alphas.cumprod(0)",
            "(-betas.cumsum(0)).exp()",
            "alpha-bar is taken as exp(-sum of betas), the continuous-time limit; here it is the product of the 1 - beta.",
        ),
        Slip(
            "betas-read-as-alphas",
            "    alphas = 1 - betas  # (T,)\n",
            "    alphas, betas = betas, 1 - betas\n",
            "betas is read as the alphas: alpha = 1 - beta.",
        ),
        Slip(
            "x0-returned",
            "    x_prev = " + MEAN + NOISE_ADDED,
            f"    x_prev = {X0}\n",
            "The estimate of x0 is returned, the whole way at once; one step to t-1 is asked for.",
        ),
        Slip(
            "ddim",
            "    x_prev = " + MEAN + NOISE_ADDED,
            f"    before = {BEFORE}\n    x_prev = before.sqrt() * ({X0}) + (1 - before).sqrt() * eps\n",
            "This is the deterministic step of DDIM, which puts x0 and eps together at the next level; the ancestral step has "
            "another mean and adds sqrt(beta_t) z.",
        ),
        Slip(
            "x0-noised-anew",
            "    x_prev = " + MEAN + NOISE_ADDED,
            f"    x_prev = {X0}\n    if t > 0:\n        x_prev = ab[t - 1].sqrt() * x_prev + (1 - ab[t - 1]).sqrt() * z\n",
            "The estimate of x0 is noised anew to level t-1; the ancestral step keeps part of x_t and adds sqrt(beta_t) z.",
        ),
        Slip(
            "x0-clipped",
            MEAN,
            f"({BEFORE}.sqrt() * betas[t] * ({X0}).clamp(-1, 1) + alphas[t].sqrt() * (1 - {BEFORE}) * x_t) / (1 - ab[t])",
            "The estimate of x0 inside is clipped to [-1, 1]; that suits data within that range alone, and is not asked for.",
        ),
        Slip(
            "posterior-factors-swapped",
            MEAN,
            f"({BEFORE}.sqrt() * betas[t] * x_t + alphas[t].sqrt() * (1 - {BEFORE}) * ({X0})) / (1 - ab[t])",
            "The two factors of the posterior mean are exchanged: sqrt(ab_{t-1}) beta_t goes with x0, "
            "sqrt(alpha_t) (1 - ab_{t-1}) with x_t.",
        ),
        Slip(
            "posterior-with-alpha-bar",
            MEAN,
            f"({BEFORE}.sqrt() * betas[t] * ({X0}) + ab[t].sqrt() * (1 - {BEFORE}) * x_t) / (1 - ab[t])",
            "In the posterior mean x_t has the factor sqrt(alpha-bar_t); it is sqrt(alpha_t), of this step alone.",
        ),
        Slip(
            "posterior-with-alpha-bar-of-t",
            MEAN,
            f"(ab[t].sqrt() * betas[t] * ({X0}) + alphas[t].sqrt() * (1 - {BEFORE}) * x_t) / (1 - ab[t])",
            "In the posterior mean x0 has the factor sqrt(alpha-bar_t); it is sqrt(alpha-bar_{t-1}), of the level "
            "that is reached.",
        ),
    ),
)
