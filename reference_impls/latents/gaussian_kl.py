"""KL divergence of a diagonal Gaussian to the standard normal (Kingma & Welling 2013, arXiv:1312.6114, appendix B).

    KL(N(μ, diag σ²) ‖ N(0, I)) = ½ Σ_d (μ_d² + σ_d² - 1 - log σ_d²)

Written with what the encoder gives, s = log σ: σ² = exp(2s) and log σ² = 2s, so nothing is ever passed to a logarithm. Each
term is zero only at μ = 0, σ = 1. A latent's dimensions are independent, so their divergences add up: a mean over them would
weaken the prior by the factor D.

Shapes: mu (B,D), log_sigma (B,D). Returns: (B,), in nats.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Slip


def gaussian_kl(mu: Tensor, log_sigma: Tensor) -> Tensor:
    """KL(N(mu, sigma²) ‖ N(0, I)) of each sample."""
    each = 0.5 * (mu.square() + (2 * log_sigma).exp() - 1 - 2 * log_sigma)  # (B,D)
    return each.sum(dim=-1)


# ----------------------------------------------------------------------------------------------------------------------


def finite_and_large(got: Any, want: Tensor) -> str | None:
    """Neither infinite nor lost; a guard that clamps log_sigma far out is good practice, and may bound what is this large."""
    value = torch.as_tensor(got).double()
    if value.shape != want.shape:
        return f"the result has shape {tuple(value.shape)}, expected {tuple(want.shape)}"
    if not bool(value.isfinite().all()):
        return "a very narrow Gaussian has a finite divergence: is a logarithm taken of a variance that has underflown?"
    fits = (value > 0.01 * want) & (value < 1.001 * want)
    return (
        None if bool(fits.all()) else "the divergence of a very narrow Gaussian is about -log sigma for each dimension"
    )


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one sample of two dimensions", (draw.normal(1, 2), draw.normal(1, 2)))
    yield Case("batch", (draw.normal(4, 7), draw.normal(4, 7, scale=0.7)))
    yield Case("one dimension", (draw.normal(5, 1), draw.normal(5, 1)))
    yield Case("as many samples as dimensions", (draw.normal(3, 3), draw.normal(3, 3)))
    yield Case("two samples", (draw.normal(2, 5), draw.normal(2, 5)))
    yield Case("mean zero", (draw.floating(torch.zeros(3, 4)), draw.normal(3, 4)))
    yield Case("unit variance", (draw.normal(2, 3, mean=1.0), draw.floating(torch.zeros(2, 3))))
    yield Case("narrow: sigma near 1e-3", (draw.normal(3, 2), draw.uniform(3, 2, low=-8, high=-6)))
    yield Case("narrower: sigma near 2e-6", (draw.normal(4, 2), draw.uniform(4, 2, low=-14, high=-12)))
    narrow = partial(Case, accept=finite_and_large, grad=False)
    yield narrow("very narrow: sigma near 1e-26", (draw.normal(4, 3), draw.uniform(4, 3, low=-65, high=-55)))
    narrowest = draw.normal(2, 3), draw.uniform(2, 3, low=-420, high=-400)
    yield narrow("sigma near 1e-178, in float64", narrowest, dtypes=(torch.float64,))
    again = (
        draw.normal(1, 4),
        draw.uniform(1, 4, low=-420, high=-400),
    )  # most of what a slip is named for has to underflow alike
    yield narrow("one sample, sigma near 1e-178, in float64", again, dtypes=(torch.float64,))
    yield Case("wide: sigma near 1e3", (draw.normal(3, 2, scale=100.0), draw.uniform(3, 2, low=6, high=8)))


PROBLEM = Problem(
    id="gaussian-kl",
    entries=(gaussian_kl,),
    cases=cases,
    slips=(
        Slip("no-half", "0.5 * (", "1.0 * (", "The factor 1/2 is missing: your values are twice the divergence."),
        Slip(
            "no-minus-one", ".exp() - 1", ".exp()", "The -1 is missing: the divergence of N(0, I) to itself must be 0."
        ),
        Slip(
            "log-sigma-once",
            "- 1 - 2 * log_sigma",
            "- 1 - log_sigma",
            "The last term is log sigma; it is log sigma^2 = 2 log_sigma, so that the minimum lies at sigma = 1.",
        ),
        Slip(
            "sigma-not-squared",
            "(2 * log_sigma).exp()",
            "log_sigma.exp()",
            "Your second term is sigma; it is the variance, exp(2 log_sigma).",
        ),
        Slip(
            "read-as-log-variance",
            "(2 * log_sigma).exp() - 1 - 2 * log_sigma",
            "log_sigma.exp() - 1 - log_sigma",
            "log_sigma is read as log sigma^2, as many VAE codes have it; here sigma^2 = exp(2 log_sigma) and log sigma^2 = "
            "2 log_sigma.",
        ),
        Slip("mu-not-squared", "mu.square()", "mu", "mu enters as it is; the term is mu^2, alike for both signs."),
        Slip(
            "log-sigma-clamped",
            "    each = 0.5",
            "    log_sigma = log_sigma.clamp(-10, 10)\n    each = 0.5",
            "log_sigma is clamped at -10, where the divergence of a narrower Gaussian stops growing and its gradient is 0: "
            "nothing here needs a clamp.",
        ),
        Slip(
            "mean-over-dimensions",
            "each.sum(dim=-1)",
            "each.mean(dim=-1)",
            "The dimensions are averaged; their divergences add up, so take the sum over D.",
        ),
        Slip(
            "sum-over-batch",
            "each.sum(dim=-1)",
            "each.sum(dim=0)",
            "The sum runs over the batch; it runs over the dimensions (the last axis), one value for each sample.",
        ),
        Slip(
            "one-number",
            "each.sum(dim=-1)",
            "each.sum(dim=-1).mean()",
            "You return the mean over the batch; the spec asks for one value for each sample, (B,).",
        ),
        Slip(
            "summed-up",
            "each.sum(dim=-1)",
            "each.sum()",
            "You return one sum for the whole batch; the spec asks for one value for each sample, (B,).",
        ),
        Slip(
            "not-summed",
            "each.sum(dim=-1)",
            "each",
            "You return one value for each dimension; sum them over the last axis.",
        ),
        Slip(
            "negative",
            "0.5 * (mu",
            "-0.5 * (mu",
            "The sign is that of the ELBO's term, -KL; a divergence is never negative.",
        ),
        Slip(
            "arguments-of-kl-swapped",
            "mu.square() + (2 * log_sigma).exp() - 1 - 2 * log_sigma",
            "(1 + mu.square()) * (-2 * log_sigma).exp() - 1 + 2 * log_sigma",
            "This is KL(N(0, I) || N(mu, sigma^2)), the other direction: the expectation is taken under N(mu, "
            "sigma^2).",
        ),
        Slip(
            "logarithm-with-epsilon",
            "- 1 - 2 * log_sigma",
            "- 1 - ((2 * log_sigma).exp() + 1e-8).log()",
            "A small number is added inside the logarithm, which counts for small sigma; log sigma^2 = 2 log_sigma "
            "needs none.",
        ),
        Slip(
            "plus-one",
            ".exp() - 1 -",
            ".exp() + 1 -",
            "The 1 is added; it is subtracted, so that the divergence of N(0, I) to itself is 0.",
        ),
        Slip(
            "one-subtracted-once",
            "each.sum(dim=-1)",
            "each.sum(dim=-1) + 0.5 * (mu.shape[-1] - 1)",
            "The 1 is subtracted once for each sample; it belongs to every dimension, D in all.",
        ),
        Slip(
            "logarithm-added",
            "- 1 - 2 * log_sigma",
            "- 1 + 2 * log_sigma",
            "The logarithm is added; it is subtracted: a narrow Gaussian is far from N(0, I).",
        ),
        Slip(
            "mean-subtracted",
            "0.5 * (mu.square()",
            "0.5 * (-mu.square()",
            "mu^2 is subtracted; it is added: a mean away from 0 costs.",
        ),
        Slip(
            "half-on-mu-alone",
            "0.5 * (mu.square()",
            "(0.5 * mu.square()",
            "The factor 1/2 is on mu^2 alone; it belongs to all four terms.",
        ),
        Slip("absolute-mean", "mu.square()", "mu.abs()", "mu enters by its absolute value; the term is mu^2."),
        Slip(
            "logarithm-squared",
            "- 1 - 2 * log_sigma",
            "- 1 - log_sigma.square()",
            "log sigma^2 is 2 log sigma, not (log sigma)^2.",
        ),
        Slip(
            "exp-of-the-square",
            "(2 * log_sigma).exp()",
            "log_sigma.square().exp()",
            "sigma^2 is exp(2 log_sigma), not exp(log_sigma^2).",
        ),
        Slip(
            "variance-squared",
            "(2 * log_sigma).exp()",
            "(4 * log_sigma).exp()",
            "The variance is squared once too often: your term is sigma^4, it is sigma^2 = exp(2 log_sigma).",
        ),
        Slip(
            "read-as-sigma",
            "(2 * log_sigma).exp() - 1 - 2 * log_sigma",
            "log_sigma.square() - 1 - log_sigma.square().log()",
            "log_sigma is read as sigma; sigma = exp(log_sigma).",
        ),
        Slip(
            "arguments-exchanged",
            "mu: Tensor, log_sigma: Tensor) -> Tensor",
            "log_sigma: Tensor, mu: Tensor) -> Tensor",
            "The arguments are exchanged: mu comes first, then log_sigma.",
        ),
        Slip(
            "entropy-missing",
            "- 1 - 2 * log_sigma",
            "+ 1.8378770664093453",
            "This is the cross-entropy to N(0, I), with log(2 pi): the entropy of N(mu, sigma^2) has to be subtracted.",
        ),
        Slip(
            "mean-of-everything",
            "each.sum(dim=-1)",
            "each.mean()",
            "You return the mean over all entries; the spec asks for the sum over the dimensions, one value for "
            "each sample, (B,).",
        ),
        Slip(
            "column",
            "each.sum(dim=-1)",
            "each.sum(dim=-1, keepdim=True)",
            "The result has the shape (B,1); the spec asks for (B,): no keepdim.",
        ),
        Slip(
            "squeezed",
            "each.sum(dim=-1)",
            "each.squeeze().sum(dim=-1)",
            "squeeze() also takes away a batch or a dimension of size 1, so that the sum runs over the wrong axis "
            "or none is left: name the axis.",
        ),
        Slip(
            "in-bits",
            "each.sum(dim=-1)",
            "each.sum(dim=-1) / 0.6931471805599453",
            "The result is in bits; the spec's logarithm is the natural one.",
        ),
        Slip(
            "mu-detached",
            "mu.square()",
            "mu.detach().square()",
            "The values are right but no gradient reaches mu: leave out detach.",
        ),
        Slip(
            "sigma-detached",
            "(2 * log_sigma).exp()",
            "(2 * log_sigma).exp().detach()",
            "The values are right but no gradient passes through the variance: leave out detach.",
        ),
        Slip(
            "no-gradient",
            "each.sum(dim=-1)",
            "each.sum(dim=-1).detach()",
            "The values are right but no gradient reaches mu and log_sigma: leave out detach and no_grad.",
        ),
        Slip(
            "logarithm-of-the-variance",
            "- 1 - 2 * log_sigma",
            "- 1 - (2 * log_sigma).exp().log()",
            "The variance is formed first and underflows to 0 for very small sigma, where its logarithm is "
            "-inf: log sigma^2 = 2 log_sigma is given.",
        ),
        Slip(
            "logarithm-of-sigma-with-epsilon",
            "- 1 - 2 * log_sigma",
            "- 1 - 2 * (log_sigma.exp() + 1e-6).log()",
            "A small number is added to sigma inside the logarithm, which counts for small sigma; log sigma is given.",
        ),
        Slip(
            "batch-size-for-dimension",
            "each.sum(dim=-1)",
            "each.sum(dim=-1) + 0.5 * (mu.shape[-1] - mu.shape[0])",
            "The number subtracted is the size of the batch, as len(mu) is: it is the number of dimensions D, mu.shape[-1].",
        ),
        Slip(
            "number-of-entries-for-dimension",
            "each.sum(dim=-1)",
            "each.sum(dim=-1) + 0.5 * (mu.shape[-1] - mu.numel())",
            "The number subtracted is that of all entries, as mu.numel() is: it is the number of dimensions D, mu.shape[-1].",
        ),
        Slip(
            "mean-over-the-variance",
            "mu.square()",
            "mu.square() * (-2 * log_sigma).exp()",
            "mu^2 is divided by sigma^2; the distance to N(0, I) is measured in the prior's variance, which is 1.",
        ),
        Slip(
            "logarithm-not-halved",
            "- 1 - 2 * log_sigma",
            "- 1 - 4 * log_sigma",
            "The logarithm counts twice, as where log sigma^2 stands outside the factor 1/2: 1/2 log sigma^2 is log_sigma.",
        ),
        Slip(
            "one-not-halved",
            ".exp() - 1 -",
            ".exp() - 2 -",
            "The 1 counts twice, as where it stands outside the factor 1/2, which belongs to all four terms.",
        ),
        Slip(
            "log-sigma-clamped-tightly",
            "    each = 0.5",
            "    log_sigma = log_sigma.clamp(-4, 4)\n    each = 0.5",
            "log_sigma is clamped to -4 and 4, beyond which the divergence stops changing and its gradient is 0: nothing here "
            "needs a clamp.",
        ),
        Slip(
            "log-sigma-clamped-as-a-policy",
            "    each = 0.5",
            "    log_sigma = log_sigma.clamp(-20, 2)\n    each = 0.5",
            "log_sigma is clamped to -20 and 2, as policies have it: a wider Gaussian gets too small a divergence, and no "
            "gradient. Nothing here needs a clamp.",
        ),
        Slip(
            "log-sigma-clamped-on-both-sides",
            "    each = 0.5",
            "    log_sigma = log_sigma.clamp(-5, 2)\n    each = 0.5",
            "log_sigma is clamped to -5 and 2, beyond which the divergence stops changing and its gradient is 0: nothing here "
            "needs a clamp.",
        ),
        Slip(
            "mean-of-the-whole-batch",
            "each.sum(dim=-1)",
            "each.sum(dim=-1) + 0.5 * (mu.square().sum() - mu.square().sum(dim=-1))",
            "mu^2 is summed over the whole batch and added to every sample, as by sum() without an axis: sum over the last axis.",
        ),
        Slip(
            "variance-of-the-whole-batch",
            "each.sum(dim=-1)",
            "each.sum(dim=-1) + 0.5 * ((2 * log_sigma).exp().sum() - (2 * log_sigma).exp().sum(dim=-1))",
            "sigma^2 is summed over the whole batch and added to every sample, as by sum() without an axis: sum over the last "
            "axis.",
        ),
        Slip(
            "logarithm-of-the-whole-batch",
            "each.sum(dim=-1)",
            "each.sum(dim=-1) - (log_sigma.sum() - log_sigma.sum(dim=-1))",
            "log sigma^2 is summed over the whole batch and subtracted from every sample, as by sum() without an axis: sum over "
            "the last axis.",
        ),
    ),
)
