"""Gaussian error linear unit (Hendrycks and Gimpel 2016, arXiv:1606.08415, section 2).

    GELU(x) = x Φ(x) = x/2 (1 + erf(x / √2)),   Φ: the distribution function of the standard normal

Each input is weighted with the probability that a standard normal lies below it: near x for large inputs, near 0 for very
negative ones, with a minimum of about -0.17 near -0.75. The tanh form and x · sigmoid(1.702 x) are approximations. The
derivative is Φ(x) + x φ(x), φ the density.

Shapes: x of any shape.
Returns: the shape of x.
"""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Slip


def gelu(x: Tensor) -> Tensor:
    """The input times the normal distribution function of it."""
    phi = 0.5 * (1 + torch.erf(x / math.sqrt(2)))  # (...), between 0 and 1
    return x * phi


# ----------------------------------------------------------------------------------------------------------------------


def on_a_grid(draw: Draw, low: float, high: float, n: int) -> Tensor:
    """Values at equal distances in a random order."""
    return draw.floating(torch.linspace(low, high, n, dtype=torch.float64)[draw.permutation(n)])


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one value", (draw.uniform(1, low=0.5, high=1.5),))
    yield Case("three values of both signs", (draw.floating([-0.75, 0.4, 1.25]),))
    yield Case("zero and its neighbours", (draw.floating([0.0, 0.01, -0.01, 0.1, -0.1]),))
    yield Case("rows", (draw.normal(2, 5),))
    yield Case("as many rows as columns", (draw.normal(4, 4),))
    yield Case("three axes", (draw.normal(2, 3, 4, scale=2.0),))
    yield Case("four axes", (draw.normal(2, 3, 4, 5),))
    yield Case("from -4 to 4", (on_a_grid(draw, -4.0, 4.0, 41),))
    yield Case("where tanh and erf differ most", (on_a_grid(draw, 1.5, 3.0, 16),))
    yield Case("where tanh and erf differ most, below 0", (on_a_grid(draw, -3.0, -1.5, 16),))
    yield Case("below 0 alone", (draw.uniform(3, 4, low=-2.5, high=-0.2),))
    yield Case("far from 0", (on_a_grid(draw, -30.0, 30.0, 13),))
    yield Case("very far from 0", (draw.floating([-1e4, 1e4, 200.0, -200.0]),))


PHI = "0.5 * (1 + torch.erf(x / math.sqrt(2)))"

PROBLEM = Problem(
    id="gelu",
    entries=(gelu,),
    cases=cases,
    slips=(
        Slip(
            "erf-added",
            "return x * phi",
            "return 0.5 * x + torch.erf(x / math.sqrt(2))",
            "erf is added to x / 2: a bracket is missing. It is x / 2 times (1 + erf).",
        ),
        Slip(
            "tanh-form",
            PHI,
            "0.5 * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))",
            "That is the tanh approximation, off by up to 5e-4; the exact form uses erf(x / sqrt(2)).",
        ),
        Slip(
            "sigmoid-form",
            PHI,
            "torch.sigmoid(1.702 * x)",
            "That is the approximation x * sigmoid(1.702 x), off by up to 0.02; the exact form uses erf(x / sqrt(2)).",
        ),
        Slip(
            "swish",
            PHI,
            "torch.sigmoid(x)",
            "That is SiLU (swish), x * sigmoid(x); GELU weights x with the normal distribution function.",
        ),
        Slip(
            "no-root-of-two",
            "x / math.sqrt(2)",
            "x",
            "erf gets x; the normal distribution function needs erf(x / sqrt(2)).",
        ),
        Slip(
            "divided-by-two",
            "x / math.sqrt(2)",
            "x / 2",
            "x is divided by 2 inside erf; divide by sqrt(2).",
        ),
        Slip(
            "times-root-of-two",
            "x / math.sqrt(2)",
            "x * math.sqrt(2)",
            "x is multiplied by sqrt(2) inside erf; divide by it.",
        ),
        Slip(
            "root-of-two-pi",
            "math.sqrt(2)",
            "math.sqrt(2 * math.pi)",
            "x is divided by sqrt(2 pi), which belongs to the density; inside erf it is sqrt(2).",
        ),
        Slip(
            "root-of-two-over-pi",
            "x / math.sqrt(2)",
            "x * math.sqrt(2 / math.pi)",
            "The factor sqrt(2 / pi) belongs to the tanh approximation; erf needs x / sqrt(2).",
        ),
        Slip(
            "not-halved",
            "0.5 * (1",
            "(1",
            "The factor 1/2 is missing: Φ runs from 0 to 1, and large inputs stay as they are.",
        ),
        Slip(
            "erf-alone",
            PHI,
            "torch.erf(x / math.sqrt(2))",
            "x is multiplied with erf itself, which is -1 far below 0: Φ is (1 + erf) / 2.",
        ),
        Slip(
            "half-of-erf",
            PHI,
            "0.5 * torch.erf(x / math.sqrt(2))",
            "The 1 beside erf is missing: Φ is (1 + erf) / 2.",
        ),
        Slip(
            "half-not-for-the-one",
            PHI,
            "(1 + 0.5 * torch.erf(x / math.sqrt(2)))",
            "Only erf is halved, not the 1: Φ is (1 + erf) / 2.",
        ),
        Slip(
            "half-plus-erf",
            PHI,
            "(0.5 + torch.erf(x / math.sqrt(2)))",
            "Only the 1 is halved, not erf: Φ is (1 + erf) / 2.",
        ),
        Slip(
            "upper-tail",
            "(1 + torch",
            "(1 - torch",
            "x is weighted with the probability to lie above it, 1 - Φ(x) (erfc in place of erfc(-x)?); it is Φ(x).",
        ),
        Slip("phi-alone", "return x * phi", "return phi", "Φ(x) comes back without the factor x."),
        Slip(
            "density",
            PHI,
            "torch.exp(-x * x / 2) / math.sqrt(2 * math.pi)",
            "x is multiplied with the normal density; it is the distribution function, its integral.",
        ),
        Slip(
            "relu",
            "return x * phi",
            "return x.clamp(min=0)",
            "That is ReLU, which is 0 below 0: GELU is smooth, and negative there.",
        ),
        Slip(
            "gated-by-size",
            "torch.erf(x / math.sqrt(2))",
            "torch.erf(x.abs() / math.sqrt(2))",
            "erf gets the absolute value, so that negative inputs count like positive ones.",
        ),
        Slip(
            "zero-below-0",
            "return x * phi",
            "return torch.where(x > 0, x * phi, 0.0)",
            "Negative inputs give 0; there x * Φ(x) is negative, down to -0.17.",
        ),
        Slip(
            "derivative",
            "return x * phi",
            "return phi + x * torch.exp(-x * x / 2) / math.sqrt(2 * math.pi)",
            "That is the derivative, Φ(x) + x φ(x); the value is x Φ(x).",
        ),
        Slip(
            "weight-detached",
            "return x * phi",
            "return x * phi.detach()",
            "Φ(x) is taken as a constant: the derivative is Φ(x) + x φ(x), not Φ(x) alone.",
        ),
        Slip(
            "input-detached-outside",
            "return x * phi",
            "return x.detach() * phi",
            "The factor x is taken as a constant: the derivative is Φ(x) + x φ(x), not x φ(x) alone.",
        ),
        Slip(
            "tanh-of-a-cubic-without-the-root",
            PHI,
            "0.5 * (1 + torch.tanh(2 / math.pi * (x + 0.044715 * x**3)))",
            "That is the tanh approximation, with 2 / pi for its sqrt(2 / pi); the exact form uses erf(x / sqrt(2)).",
        ),
        Slip(
            "tanh-without-the-cube",
            PHI,
            "0.5 * (1 + torch.tanh(math.sqrt(2 / math.pi) * x))",
            "tanh(sqrt(2 / pi) x) stands for erf, a coarse approximation; the exact form uses erf(x / sqrt(2)).",
        ),
        Slip(
            "tanh-of-a-square",
            PHI,
            "0.5 * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**2)))",
            "That is the tanh approximation with a square for its cube; the exact form uses erf(x / sqrt(2)).",
        ),
        Slip(
            "tanh-with-the-cube-outside",
            PHI,
            "0.5 * (1 + torch.tanh(math.sqrt(2 / math.pi) * x + 0.044715 * x**3))",
            "That is the tanh approximation with the cubic term outside of the factor sqrt(2 / pi); the exact form uses "
            "erf(x / sqrt(2)).",
        ),
        Slip(
            "x-not-on-erf",
            "return x * phi",
            "return 0.5 * (x + torch.erf(x / math.sqrt(2)))",
            "x is multiplied with the 1, but not with erf: x (1 + erf(x / sqrt(2))) / 2.",
        ),
        Slip(
            "root-outside-erf",
            "torch.erf(x / math.sqrt(2))",
            "torch.erf(x) / math.sqrt(2)",
            "erf(x) is divided by sqrt(2); it is x that is divided, inside erf.",
        ),
        Slip(
            "upper-tail-without-the-root",
            PHI,
            "0.5 * torch.erfc(x)",
            "erfc(x) / 2 is an upper tail, and lacks the root: Φ(x) is erfc(-x / sqrt(2)) / 2.",
        ),
        Slip(
            "tanh-for-erf",
            "torch.erf(",
            "torch.tanh(",
            "tanh stands where erf belongs: erf(x / sqrt(2)).",
        ),
        Slip(
            "softplus",
            "return x * phi",
            "return torch.logaddexp(x, torch.zeros_like(x))",
            "That is softplus, log(1 + exp(x)), which is positive everywhere; GELU is x Φ(x).",
        ),
        Slip(
            "mish",
            "return x * phi",
            "return x * torch.tanh(torch.logaddexp(x, torch.zeros_like(x)))",
            "That is Mish, x tanh(softplus(x)); GELU is x Φ(x).",
        ),
        Slip(
            "elu",
            "return x * phi",
            "return torch.where(x > 0, x, torch.expm1(x))",
            "That is ELU, exp(x) - 1 below 0; GELU is x Φ(x).",
        ),
        Slip(
            "leaky",
            "return x * phi",
            "return torch.where(x > 0, x, 0.01 * x)",
            "That is the leaky ReLU; GELU is x Φ(x).",
        ),
        Slip(
            "halved-twice",
            "return x * phi",
            "return 0.5 * x * phi",
            "The factor 1/2 is applied twice: large inputs have to stay as they are.",
        ),
        Slip(
            "squared-input",
            "return x * phi",
            "return x * x * phi",
            "x is squared in front of Φ; it stands there once.",
        ),
        Slip(
            "standardised",
            PHI,
            "0.5 * (1 + torch.erf((x - x.mean()) / (x.std(correction=0) + 1e-5) / math.sqrt(2)))",
            "Φ gets x minus its mean over its standard deviation; it is the standard normal's, whatever the inputs are.",
        ),
        Slip(
            "flat",
            "return x * phi",
            "return (x * phi).reshape(-1)",
            "The result comes back in one axis: it has the shape of x.",
        ),
        Slip(
            "mean",
            "return x * phi",
            "return (x * phi).mean()",
            "One number comes back, the mean: the function is applied to each value.",
        ),
    ),
)
