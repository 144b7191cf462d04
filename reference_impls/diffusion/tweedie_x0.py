"""Tweedie's estimate of the clean data from predicted noise (Ho et al. 2020, arXiv:2006.11239, eq. 15).

    x_t = √ᾱ x0 + √(1 - ᾱ) ε           x̂0 = (x_t - √(1 - ᾱ) ε̂) / √ᾱ  =  (x_t + (1 - ᾱ) s) / √ᾱ,   s = -ε̂ / √(1 - ᾱ)

With the best prediction, E[ε | x_t], the estimate is the posterior mean E[x0 | x_t]: an average over all data that x_t may come
from, hence blurry at high noise. An error of the prediction is multiplied by √(1 - ᾱ)/√ᾱ.

Shapes: x_t, eps alike, any shape; alpha_bar a float or a 0-d tensor in (0, 1). Returns: x̂0, of that shape.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem, Slip


def predict_x0(x_t: Tensor, eps: Tensor, alpha_bar: float | Tensor) -> Tensor:
    """The forward mixture, solved for x0."""
    return (x_t - (1 - alpha_bar) ** 0.5 * eps) / alpha_bar**0.5


# ----------------------------------------------------------------------------------------------------------------------


def case(name: str, draw: Draw, shape: tuple[int, ...], alpha_bar: float | Tensor) -> Case:
    """A state that leaves [-1, 1], a prediction that is not its noise; no gradient is asked of the level."""
    inputs = (draw.normal(*shape, mean=0.3, scale=1.5), draw.normal(*shape))
    return Case(name, (*inputs, alpha_bar), constant=("alpha_bar",))


def cases(draw: Draw) -> Iterator[Case]:
    yield case("one value", draw, (1,), 0.25)
    yield case("images", draw, (2, 3, 4, 5), 0.37)
    yield case("a level as a 0-d tensor", draw, (2, 3, 4), draw.floating(0.62))
    yield case("a row", draw, (7,), 0.83)
    yield case("videos, a 0-d tensor", draw, (2, 3, 2, 4, 3), draw.floating(0.11))
    yield case("a square", draw, (3, 3), 0.5)
    yield case("nearly clean", draw, (3, 4), 0.9995)
    yield case("nearly clean, a 0-d tensor", draw, (4, 2), draw.floating(0.996))
    yield case("nearly pure noise", draw, (4, 3), 0.002)
    yield case("the noisy end of a linear schedule", draw, (3, 5), 4e-5)
    x_t, eps = draw.normal(3, 2, scale=40.0), draw.normal(3, 2, scale=9.0)
    yield Case("large values", (x_t, eps, 0.45), constant=("alpha_bar",))
    yield Case("no noise predicted", (x_t, draw.floating(torch.zeros(3, 2)), 0.3), constant=("alpha_bar",))
    x0, true = draw.uniform(2, 6, low=-1.0).double(), draw.normal(2, 6).double()
    yield Case(
        "the true noise", (draw.floating(0.6 * x0 + 0.8 * true), draw.floating(true), 0.36), constant=("alpha_bar",)
    )


WHOLE = "(x_t - (1 - alpha_bar) ** 0.5 * eps) / alpha_bar**0.5"

PROBLEM = Problem(
    id="tweedie-x0",
    entries=(predict_x0,),
    cases=cases,
    tolerances=FLOAT32_EVERYWHERE,
    slips=(
        Slip(
            "no-roots",
            WHOLE,
            "(x_t - (1 - alpha_bar) * eps) / alpha_bar",
            "Both roots are missing: x_t holds sqrt(alpha-bar) x0 and sqrt(1 - alpha-bar) eps; the numbers without "
            "root are their variances.",
        ),
        Slip(
            "noise-without-root",
            "(1 - alpha_bar) ** 0.5",
            "(1 - alpha_bar)",
            "The noise is subtracted with its variance, 1 - alpha-bar; its factor in x_t is the root of that. (The variance goes "
            "with the score.)",
        ),
        Slip(
            "divided-without-root",
            "/ alpha_bar**0.5",
            "/ alpha_bar",
            "The rest is divided by alpha-bar; x_t holds x0 times sqrt(alpha-bar), so divide by the root.",
        ),
        Slip(
            "not-divided",
            " / alpha_bar**0.5",
            "",
            "What is left after the noise is sqrt(alpha-bar) x0: divide by sqrt(alpha-bar).",
        ),
        Slip(
            "multiplied",
            "/ alpha_bar**0.5",
            "* alpha_bar**0.5",
            "You multiply by sqrt(alpha-bar), as on the way to the noise; to undo it, divide.",
        ),
        Slip(
            "noise-added",
            "x_t - (1",
            "x_t + (1",
            "The noise is added, as on the way up; here it is taken out again. (A plus belongs to the score.)",
        ),
        Slip(
            "sign-of-the-whole",
            WHOLE,
            "((1 - alpha_bar) ** 0.5 * eps - x_t) / alpha_bar**0.5",
            "The difference is the wrong way round: the noise is subtracted from x_t.",
        ),
        Slip(
            "only-x-divided",
            WHOLE,
            "x_t / alpha_bar**0.5 - (1 - alpha_bar) ** 0.5 * eps",
            "Only x_t is divided by sqrt(alpha-bar): the whole difference is, which needs parentheses.",
        ),
        Slip(
            "only-eps-divided",
            WHOLE,
            "x_t - (1 - alpha_bar) ** 0.5 * eps / alpha_bar**0.5",
            "Only the noise is divided by sqrt(alpha-bar): the whole difference is, x_t included.",
        ),
        Slip(
            "factors-swapped",
            WHOLE,
            "(x_t - alpha_bar**0.5 * eps) / (1 - alpha_bar) ** 0.5",
            "sqrt(alpha-bar) and sqrt(1 - alpha-bar) are exchanged: the first goes with x0, the second with the noise. (With "
            "x0 in the place of eps this formula finds the noise.)",
        ),
        Slip(
            "divided-by-the-noise-factor",
            "/ alpha_bar**0.5",
            "/ (1 - alpha_bar) ** 0.5",
            "You divide by sqrt(1 - alpha-bar), the factor of the noise; x0 has the factor sqrt(alpha-bar).",
        ),
        Slip(
            "noise-with-the-factor-of-x0",
            "(1 - alpha_bar) ** 0.5 * eps",
            "alpha_bar**0.5 * eps",
            "The noise is subtracted with sqrt(alpha-bar), the factor of x0; its own is sqrt(1 - alpha-bar).",
        ),
        Slip(
            "noise-unscaled",
            "(1 - alpha_bar) ** 0.5 * eps",
            "eps",
            "The noise is subtracted at full size; x_t holds sqrt(1 - alpha-bar) of it.",
        ),
        Slip(
            "noise-linear",
            "(1 - alpha_bar) ** 0.5 * eps",
            "(1 - alpha_bar**0.5) * eps",
            "The noise is subtracted with 1 - sqrt(alpha-bar); the process keeps the variance, so its factor is "
            "sqrt(1 - alpha-bar). (After the division: the root of 1/alpha-bar - 1, not the root of 1/alpha-bar, less 1.)",
        ),
        Slip(
            "root-of-one-minus-root",
            "(1 - alpha_bar) ** 0.5 * eps",
            "(1 - alpha_bar**0.5) ** 0.5 * eps",
            "A root too many: the factor of the noise is sqrt(1 - alpha-bar), without a root around alpha-bar itself.",
        ),
        Slip(
            "level-read-as-root",
            WHOLE,
            "(x_t - (1 - alpha_bar**2) ** 0.5 * eps) / alpha_bar",
            "alpha_bar is used as if it were the factor of x0; it is its square.",
        ),
        Slip(
            "inverse-snr-without-root",
            WHOLE,
            "x_t / alpha_bar**0.5 - (1 / alpha_bar - 1) * eps",
            "The factor of eps is 1/alpha-bar - 1, the inverse of the SNR; it is the root of that.",
        ),
        Slip(
            "eps-read-as-score",
            "x_t - (1 - alpha_bar) ** 0.5 * eps",
            "x_t + (1 - alpha_bar) * eps",
            "This is Tweedie's formula for a score; eps is the predicted noise, and the score -eps / sqrt(1 - alpha-bar).",
        ),
        Slip(
            "eps-read-as-v",
            WHOLE,
            "alpha_bar**0.5 * x_t - (1 - alpha_bar) ** 0.5 * eps",
            "This is the formula for a prediction of v; eps is the predicted noise.",
        ),
        Slip(
            "eps-read-as-flow-velocity",
            WHOLE,
            "x_t - (1 - alpha_bar) * eps",
            "One straight step along eps, as with the velocity of a rectified flow; for predicted noise both factors are roots, "
            "and the rest is divided.",
        ),
        Slip(
            "noised-again",
            WHOLE,
            "alpha_bar**0.5 * x_t + (1 - alpha_bar) ** 0.5 * eps",
            "This is the forward process, which adds noise to its first argument; solve it for x0.",
        ),
        Slip(
            "clipped",
            WHOLE,
            f"({WHOLE}).clamp(-1, 1)",
            "The estimate is clipped to [-1, 1]; samplers may do so for images in that range, but the estimate "
            "itself has no bound.",
        ),
        Slip(
            "divisor-kept-from-zero",
            "/ alpha_bar**0.5",
            "/ max(alpha_bar, 1e-3) ** 0.5",
            "The divisor is kept from getting small, which changes the estimate at the noisy end: alpha_bar is never 0, "
            "and small values count.",
        ),
        Slip(
            "level-at-most",
            "    return (x_t",
            "    alpha_bar = min(alpha_bar, 0.999)\n    return (x_t",
            "alpha_bar is kept below 0.999, so that too much noise is subtracted at the clean end: nothing is divided by "
            "1 - alpha_bar.",
        ),
        Slip(
            "tensor-levels-alone",
            WHOLE,
            "(x_t - torch.sqrt(1 - alpha_bar) * eps) / torch.sqrt(alpha_bar)",
            "torch.sqrt takes no float: alpha_bar may be a Python float as well as a 0-d tensor, so write `** 0.5`, or turn it "
            "into a tensor first.",
        ),
        Slip(
            "tensor-methods-of-the-level",
            WHOLE,
            "(x_t - (1 - alpha_bar).sqrt() * eps) / alpha_bar.sqrt()",
            "A float has no method sqrt: alpha_bar may be a Python float as well as a 0-d tensor, so write `** 0.5`, or turn it "
            "into a tensor first.",
        ),
    ),
)
