"""Layer normalisation (Ba et al. 2016, arXiv:1607.06450, eqs. 3 and 4; ε as in PyTorch).

    y = γ ⊙ (x - μ) / √(σ² + ε) + β,   μ = mean(x),   σ² = mean((x - μ)²)

The statistics belong to one token: they run over its features, never over the batch or the sequence, and are the same
in training and evaluation. The variance divides by D, and ε stands inside the root. The deviations are taken before they
are squared: E[x²] - μ² loses all digits where the mean is large against the spread.

Shapes: x (...,D), gamma (D,), beta (D,).
Returns: (...,D).
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Law, Problem, Slip, World, expect_close


def layer_norm(x: Tensor, gamma: Tensor, beta: Tensor, eps: float = 1e-5) -> Tensor:
    """Zero mean and unit variance over the last axis, then a learned scale and shift."""
    mu = x.mean(dim=-1, keepdim=True)  # (...,1)
    var = (x - mu).square().mean(dim=-1, keepdim=True)  # (...,1)
    x_hat = (x - mu) / (var + eps).sqrt()  # (...,D)
    return gamma * x_hat + beta


# ----------------------------------------------------------------------------------------------------------------------


def affine(draw: Draw, D: int) -> tuple[Tensor, Tensor]:
    """A scale and a shift away from one and zero."""
    return draw.normal(D, mean=1.0, scale=0.5), draw.normal(D)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one vector", (draw.normal(4), *affine(draw, 4)))
    yield Case("mean and scale away from 0 and 1", (draw.normal(3, 7, mean=2.0, scale=3.0), *affine(draw, 7)))
    yield Case("tokens in a batch", (draw.normal(2, 5, 6, mean=-1.0), *affine(draw, 6)))
    yield Case("as many rows as features", (draw.normal(5, 5, 5, scale=2.0), *affine(draw, 5)))
    yield Case("four axes", (draw.normal(2, 3, 4, 5), *affine(draw, 5)))
    yield Case("two features", (draw.normal(4, 2, scale=0.5), *affine(draw, 2), 1.0))
    yield Case("large eps", (draw.normal(3, 8), *affine(draw, 8)), {"eps": 0.3})
    yield Case("variance below eps", (draw.normal(2, 3, 9, scale=1e-3), *affine(draw, 9)))
    yield Case("variance below eps, small eps", (draw.normal(3, 6, scale=1e-3), *affine(draw, 6)), {"eps": 1e-6})
    # x / sqrt(eps) - mu / sqrt(eps), as fused kernels have it, leaves a rounding error of x / sqrt(eps) beside beta
    constant = draw.floating(torch.tensor([0.25, -0.125])).reshape(2, 1).expand(2, 8).contiguous()
    yield Case("constant rows", (constant, draw.uniform(8, low=0.5, high=1.5), draw.normal(8, mean=4.0)), grad=False)
    one = draw.normal(3, 1, scale=0.2), draw.uniform(1, low=0.5, high=1.5), draw.normal(1, mean=4.0, scale=0.5)
    yield Case("one feature", one, grad=False)


def large_mean(world: World, draw: Draw) -> None:
    """Sixteen integers near 10000: float32 has their mean and their deviations exactly."""
    x = (10000 + draw.integers(-8, 9, 6, 16)).float()
    gamma, beta = affine(draw, 16)
    want = layer_norm(x.double(), gamma.double(), beta.double())
    got = world.call("layer_norm", x, gamma, beta)
    expect_close(got, want, "features near 10000, spread 5, in float32", "cancellation", rtol=1e-3, atol=1e-3)


PROBLEM = Problem(
    id="layer-norm",
    entries=(layer_norm,),
    cases=cases,
    laws=(Law("large mean", large_mean),),
    slips=(
        Slip(
            "unbiased-variance",
            "(x - mu).square().mean(dim=-1, keepdim=True)",
            "x.var(dim=-1, keepdim=True)",
            "The variance divides by D - 1 (the default of Tensor.var); here it divides by D.",
        ),
        Slip(
            "eps-outside-root",
            "(var + eps).sqrt()",
            "(var.sqrt() + eps)",
            "eps is added to the standard deviation; it is added to the variance, inside the root.",
        ),
        Slip(
            "no-eps",
            "(var + eps)",
            "var",
            "eps is not used: where the variance is small the result is another, or NaN.",
        ),
        Slip("eps-constant", "(var + eps)", "(var + 1e-5)", "The argument eps has no effect."),
        Slip("no-root", "(var + eps).sqrt()", "(var + eps)", "You divide by the variance; divide by its square root."),
        Slip(
            "no-centring",
            "x_hat = (x - mu) /",
            "x_hat = x /",
            "The mean is not subtracted from what is normalised.",
        ),
        Slip(
            "rms",
            "mu = x.mean(dim=-1, keepdim=True)",
            "mu = torch.zeros_like(x)",
            "That is RMSNorm: no mean is subtracted, neither in the variance nor from x.",
        ),
        Slip(
            "over-the-batch",
            "mu = x.mean(dim=-1, keepdim=True)  # (...,1)\n    var = (x - mu).square().mean(dim=-1, keepdim=True)",
            "mu = x.mean(dim=0, keepdim=True)\n    var = (x - mu).square().mean(dim=0, keepdim=True)",
            "The statistics run over the first axis, as batch normalisation has it for (N,D); they run over the features, the "
            "last one.",
        ),
        Slip(
            "over-everything",
            "mu = x.mean(dim=-1, keepdim=True)  # (...,1)\n    var = (x - mu).square().mean(dim=-1, keepdim=True)",
            "mu = x.mean()\n    var = (x - mu).square().mean()",
            "One mean and variance are taken over the whole tensor; every token has its own.",
        ),
        Slip(
            "over-all-but-the-batch",
            "mu = x.mean(dim=-1, keepdim=True)  # (...,1)\n    var = (x - mu).square().mean(dim=-1, keepdim=True)",
            "axes = tuple(range(1, x.ndim)) or None\n    mu = x.mean(dim=axes, keepdim=True)\n"
            "    var = (x - mu).square().mean(dim=axes, keepdim=True)",
            "One mean and variance are taken for each sample, over all its tokens; every token has its own, over the last axis.",
        ),
        Slip("no-beta", " * x_hat + beta", " * x_hat", "The shift beta is not added."),
        Slip("no-gamma", "gamma * x_hat", "x_hat", "The scale gamma is not applied."),
        Slip(
            "statistics-detached",
            "x_hat = (x - mu)",
            "mu, var = mu.detach(), var.detach()\n    x_hat = (x - mu)",
            "Mean and variance are taken as constants: the gradient has to go through them, too.",
        ),
        Slip(
            "gamma-on-beta",
            "gamma * x_hat + beta",
            "gamma * (x_hat + beta)",
            "gamma scales beta too: the shift comes after the scale.",
        ),
        Slip("gamma-beta-swapped", "gamma * x_hat + beta", "beta * x_hat + gamma", "gamma and beta are swapped."),
        Slip(
            "one-pass-variance",
            "(x - mu).square().mean(dim=-1, keepdim=True)",
            "x.square().mean(dim=-1, keepdim=True) - mu.square()",
            "E[x^2] - mu^2 loses all digits of float32 where the mean is large: square the deviations from the mean.",
        ),
        Slip(
            "over-the-second-axis",
            "mu = x.mean(dim=-1, keepdim=True)  # (...,1)\n    var = (x - mu).square().mean(dim=-1, keepdim=True)",
            "mu = x.mean(dim=1, keepdim=True)\n    var = (x - mu).square().mean(dim=1, keepdim=True)",
            "The statistics run over axis 1, which is the last one only for two axes: use dim=-1.",
        ),
        Slip(
            "gamma-plus-one",
            "gamma * x_hat",
            "(1 + gamma) * x_hat",
            "1 is added to gamma, as where the gain is stored as an offset; here gamma is the gain itself.",
        ),
        Slip(
            "neither-gamma-nor-beta",
            "gamma * x_hat + beta",
            "x_hat",
            "Gain and bias are not applied: gamma * x_hat + beta.",
        ),
        Slip(
            "beta-subtracted",
            "x_hat + beta",
            "x_hat - beta",
            "beta is subtracted; it is added.",
        ),
        Slip(
            "unbiased-std-plus-eps",
            "(x - mu) / (var + eps).sqrt()",
            "(x - mu) / (x.std(dim=-1, keepdim=True) + eps)",
            "The standard deviation is the unbiased one, and eps is added to it: here the variance divides by "
            "D, and eps stands inside the root.",
        ),
        Slip(
            "unbiased-by-hand",
            "(x - mu).square().mean(dim=-1, keepdim=True)",
            "(x - mu).square().sum(dim=-1, keepdim=True) / max(x.shape[-1] - 1, 1)",
            "The squares are divided by D - 1; here the variance divides by D.",
        ),
        Slip(
            "eps-as-floor",
            "(var + eps)",
            "var.clamp(min=eps)",
            "eps is a lower bound of the variance; it is added to it.",
        ),
        Slip(
            "variance-about-zero",
            "(x - mu).square().mean(dim=-1, keepdim=True)",
            "x.square().mean(dim=-1, keepdim=True)",
            "The mean is subtracted from x but not in the variance: square the deviations from the mean.",
        ),
        Slip(
            "multiplied-by-the-root",
            "(x - mu) / (var",
            "(x - mu) * (var",
            "You multiply by the standard deviation; divide by it (sqrt in place of rsqrt?).",
        ),
        Slip(
            "unit-length",
            "(var + eps).sqrt()",
            "((x - mu).norm(dim=-1, keepdim=True) + eps)",
            "The deviations are divided by their length, which is sqrt(D) times the standard deviation.",
        ),
        Slip(
            "mean-deviation",
            "(x - mu) / (var + eps).sqrt()",
            "(x - mu) / ((x - mu).abs().mean(dim=-1, keepdim=True) + eps)",
            "You divide by the mean absolute deviation; divide by the root of the mean square.",
        ),
        Slip(
            "divided-by-gamma",
            "gamma * x_hat",
            "x_hat / gamma",
            "The normalised value is divided by gamma; it is multiplied by it.",
        ),
        Slip(
            "eps-squared",
            "(var + eps)",
            "(var + eps**2)",
            "eps is squared before it is added; it is added to the variance as it is.",
        ),
        Slip(
            "eps-as-floor-of-the-deviation",
            "(x - mu) / (var + eps).sqrt()",
            "(x - mu) / var.sqrt().clamp(min=eps)",
            "eps bounds the standard deviation from below; it is added to the variance.",
        ),
        Slip(
            "default-eps-of-a-millionth",
            "eps: float = 1e-5",
            "eps: float = 1e-6",
            "The default of eps is 1e-5; yours is 1e-6.",
        ),
        Slip(
            "default-eps-of-1e-8",
            "eps: float = 1e-5",
            "eps: float = 1e-8",
            "The default of eps is 1e-5; yours is about 1e-8.",
        ),
        Slip(
            "default-eps-of-1e-12",
            "eps: float = 1e-5",
            "eps: float = 1e-12",
            "The default of eps is 1e-5; yours is far smaller.",
        ),
        Slip(
            "two-axes-at-least",
            "return gamma * x_hat + beta",
            "return torch.atleast_2d(gamma * x_hat + beta)",
            "A single vector comes back as (1,D), as where x is made two-dimensional first: the result has the shape of x.",
        ),
        Slip(
            "rows-in-one-axis",
            "return gamma * x_hat + beta",
            "return (gamma * x_hat + beta).reshape(-1, x.shape[-1])",
            "The result comes back as (N,D), all leading axes in one: give it the shape of x.",
        ),
        Slip(
            "axis-lost",
            "mu = x.mean(dim=-1, keepdim=True)  # (...,1)\n    var = (x - mu).square().mean(dim=-1, keepdim=True)",
            "mu = x.mean(dim=-1)\n    var = (x - mu).square().mean(dim=-1)",
            "The mean over the last axis loses that axis, so that it is aligned with the features of x, or does not fit: "
            "keepdim=True.",
        ),
    ),
)
