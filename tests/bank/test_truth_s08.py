"""What section 8 teaches of autoencoders, computed again: on two-state latents, by counting codes, by drawing samples."""

from __future__ import annotations

import itertools
import math
from collections import Counter

import numpy as np
import pytest
import torch

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric

PRIOR = np.array([0.3, 0.7])
LIKELIHOOD = np.array([0.8, 0.1])
ENCODER = np.array([0.6, 0.4])


def test_no_number_is_mistaken() -> None:
    assert mistaken_for_right(8) == []


def test_the_output_for_two_images_with_one_code() -> None:
    """The constant of least squared error over a hundred images, found on a grid."""
    values = np.array([0.8] * 40 + [0.1] * 60)
    grid = np.linspace(0, 1, 10_001)
    best = grid[int(np.argmin(((values[:, None] - grid) ** 2).sum(0)))]
    assert numeric("q08-vae-blur-mean", a=0.8, b=0.1, p=40) == pytest.approx(best, abs=1e-4)


def test_the_perplexity_of_a_lopsided_codebook() -> None:
    """From the usage of the codes, counted."""
    usage = np.array(list(Counter([0] * 64 + list(range(1, 65))).values())) / 128
    assert numeric("q08-code-perplexity", n=64) == pytest.approx(math.exp(-float(usage @ np.log(usage))))


def test_the_size_of_a_scalar_codebook() -> None:
    """By listing the codes."""
    assert numeric("q08-fsq-size", c=5, L=7) == len(list(itertools.product(range(7), repeat=5)))


def test_the_values_of_a_packed_token() -> None:
    latent = torch.zeros(16, 8, 8)
    tokens = latent.unfold(1, 2, 2).unfold(2, 2, 2)
    assert numeric("q08-packed-width", c=16, p=2) == tokens[:, 0, 0].numel()


def test_the_snr_of_unscaled_latents() -> None:
    """By drawn latents and noise."""
    torch.manual_seed(0)
    signal, noise = math.sqrt(0.5) * 4 * torch.randn(1_000_000), math.sqrt(0.5) * torch.randn(1_000_000)
    assert numeric("q08-unscaled-snr", s=4, ab=0.5) == pytest.approx((signal.var() / noise.var()).item(), rel=0.01)


def test_the_shift_for_wide_latents() -> None:
    """How much more precisely the values of this latent fix a common shift than 4096 values do."""
    spread = [1 / math.sqrt(torch.zeros(*shape).numel()) for shape in ((64, 64), (256, 768))]
    assert numeric("q08-rae-shift", n=256, d=768) == pytest.approx(spread[0] / spread[1])


@pytest.mark.parametrize(("f", "n", "k"), [(75, 8, 1024), (12.5, 8, 2048)])
def test_the_rate_and_length_of_a_codec(f: float, n: int, k: int) -> None:
    """By the digits that tell the entries apart, and by counting over two seconds."""
    digits = len(format(k - 1, "b"))
    frames = [sum(digits for _codebook in range(n)) for _frame in range(int(2 * f))]
    assert numeric("q08-codec-rate", f=f, N=n, K=k) == pytest.approx(sum(frames) / 2)
    assert numeric("q08-codec-tokens", T=2, f=f, N=n) == len([1 for _frame in frames for _codebook in range(n)])


@pytest.mark.parametrize(("w", "sigma"), [(2.0, 1.0), (0.7, 0.4)])
def test_the_best_encoder_variance(w: float, sigma: float) -> None:
    """The variance at which the bound, by its two closed terms, is largest on a fine grid."""
    variances = np.linspace(1e-3, 1, 200_001)
    bound = -(w**2) * variances / (2 * sigma**2) - (variances - np.log(variances)) / 2
    best = variances[int(np.argmax(bound))]
    assert formula("q08-encoder-variance", w=w, sigma=sigma) == pytest.approx(best, abs=1e-4)


def elbo(likelihood: np.ndarray, beta: float = 1.0) -> float:
    return float(ENCODER @ np.log(likelihood) - beta * (ENCODER @ np.log(ENCODER / PRIOR)))


def test_the_bound_as_free_energy() -> None:
    """q08-free-energy, and the identity that q08-identity-order derives."""
    joint = PRIOR * LIKELIHOOD
    entropy = -float(ENCODER @ np.log(ENCODER))
    assert elbo(LIKELIHOOD) == pytest.approx(float(ENCODER @ np.log(joint)) + entropy)
    gap = float(ENCODER @ np.log(ENCODER * joint.sum() / joint))
    assert math.log(joint.sum()) == pytest.approx(elbo(LIKELIHOOD) + gap)


def test_a_region_that_the_encoder_misses() -> None:
    """q08-support: the average weight over its own support falls short of the evidence."""
    joint = PRIOR * LIKELIHOOD
    assert joint[0] / 1.0 < joint.sum()


def test_which_weights_keep_a_bound() -> None:
    """q08-beta-bound: from 1 on it stays below the evidence, and a small weight can exceed it."""
    evidence = math.log(float(PRIOR @ LIKELIHOOD))
    assert all(elbo(LIKELIHOOD, beta) <= evidence for beta in (1.0, 1.5, 4.0))
    sharp = np.array([1.0, 1e-3])
    certain = float(np.array([1 - 1e-9, 1e-9]) @ np.log(sharp))
    assert certain > math.log(float(PRIOR @ sharp))


def test_a_weight_is_a_decoder_variance() -> None:
    """q08-beta-variance: the best encoder variance of beta = 2 is that of decoder variance 2."""
    w, variances = 1.7, np.linspace(1e-3, 1, 200_001)
    rate = (variances - np.log(variances)) / 2
    best = variances[int(np.argmax(-(w**2) * variances / 2 - 2 * rate))]
    assert formula("q08-encoder-variance", w=w, sigma=math.sqrt(2)) == pytest.approx(best, abs=1e-4)


@pytest.mark.parametrize(
    ("dtype", "limit", "factor"),
    [(torch.float32, 44, 2), (torch.float32, 88, 1), (torch.float16, 11, 1), (torch.float64, 709, 1)],
)
def test_where_the_exponential_overflows(dtype: torch.dtype, limit: int, factor: int) -> None:
    """q08-overflow, with the limits that its other options are."""
    below, above = (torch.tensor(factor * (limit + off), dtype=dtype).exp() for off in (0.0, 1.0))
    assert below.isfinite() and above.isinf()


def test_the_covariance_of_a_code() -> None:
    """q08-diagonal-covariance: by many draws."""
    torch.manual_seed(0)
    sigma = torch.tensor([0.5, 2.0])
    codes = torch.tensor([1.0, -1.0]) + sigma * torch.randn(1_000_000, 2)
    assert torch.allclose(codes.T.cov(), (sigma**2).diag(), atol=0.02)


def test_undoing_scale_and_shift() -> None:
    """q08-scale-order: divide, then add, is the only of the orders that returns the latent."""
    latent, shift, scale = 0.7, 0.0609, 1.5305
    scaled = (latent - shift) * scale
    assert scaled / scale + shift == pytest.approx(latent)
    assert (scaled + shift) / scale != pytest.approx(latent, abs=1e-3)
    assert (scaled - shift) / scale != pytest.approx(latent, abs=1e-3)
