"""The page against torch.distributions with its draw repeated, against the evidence of a linear model, and what trains."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor, nn
from torch.distributions import Normal, kl_divergence

from reference_impls.latents.vae.reference import VAE


def model(shape: tuple[int, ...], d: int) -> VAE:
    """A small network each way, for samples of this shape."""
    torch.manual_seed(2)
    size = math.prod(shape)
    enc = nn.Sequential(nn.Flatten(), nn.Linear(size, 2 * d))
    dec = nn.Sequential(nn.Linear(d, size), nn.Tanh(), nn.Unflatten(1, shape))
    return VAE(enc, dec).double()


@pytest.mark.parametrize(("batch", "shape", "d"), [(4, (3,), 2), (1, (5,), 3), (3, (2, 4, 5), 4), (2, (2, 3, 2, 3), 1)])
@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_it_is_the_negative_elbo_of_a_decoder_of_variance_one_half(
    batch: int, shape: tuple[int, ...], d: int, training: bool
) -> None:
    """Up to the constant of that Gaussian, (D/2) log π for each sample."""
    vae = model(shape, d).train(training)
    x = torch.randn(batch, *shape, dtype=torch.float64)
    torch.manual_seed(9)
    loss, x_rec = vae(x)
    torch.manual_seed(9)
    h = vae.enc(x)
    q = Normal(h[:, :d], h[:, d:].exp())
    decoded = vae.dec(q.mean + q.stddev * torch.randn(batch, d, dtype=torch.float64))
    torch.testing.assert_close(x_rec, decoded)
    log_likelihood = Normal(decoded, math.sqrt(0.5)).log_prob(x).flatten(1).sum(dim=1)  # type: ignore[no-untyped-call]
    kl = kl_divergence(q, Normal(torch.zeros_like(q.mean), 1.0)).sum(dim=1)
    constant = math.prod(shape) / 2 * math.log(math.pi)
    torch.testing.assert_close(loss, (kl - log_likelihood).mean() - constant)


def linear_vae(mean: float, log_sigma: float, w: float) -> VAE:
    """One latent, one pixel: x̂ = w z, and q = N(mean x, exp(log_sigma)²)."""
    enc, dec = nn.Linear(1, 2).double(), nn.Linear(1, 1, bias=False).double()
    with torch.no_grad():
        enc.weight.copy_(torch.tensor([[mean], [0.0]]))
        enc.bias.copy_(torch.tensor([0.0, log_sigma]))
        dec.weight.fill_(w)
    return VAE(enc, dec)


def test_with_the_exact_posterior_the_bound_is_the_evidence() -> None:
    """x = w z + noise of variance ½: the posterior is N(2w x / (1 + 2w²), 1 / (1 + 2w²)), the evidence N(0, w² + ½)."""
    w, x = 2.0, 0.8
    precision = 1 + 2 * w**2
    vae = linear_vae(2 * w / precision, -0.5 * math.log(precision), w)
    torch.manual_seed(4)
    loss, _ = vae(torch.full((200_000, 1), x, dtype=torch.float64))
    variance = w**2 + 0.5
    evidence = -0.5 * (x**2 / variance + math.log(2 * math.pi * variance))
    assert loss.item() == pytest.approx(-evidence - 0.5 * math.log(math.pi), abs=0.02)


def test_any_other_encoder_has_a_larger_loss() -> None:
    w = 2.0
    precision = 1 + 2 * w**2
    best = (2 * w / precision, -0.5 * math.log(precision))

    def loss(mean: float, log_sigma: float) -> float:
        torch.manual_seed(4)
        value: float = linear_vae(mean, log_sigma, w)(torch.full((20_000, 1), 0.8, dtype=torch.float64))[0].item()
        return value

    others = [(1.2 * best[0], best[1]), (0.8 * best[0], best[1]), (best[0], best[1] + 0.3), (best[0], best[1] - 0.3)]
    assert loss(*best) < min(loss(*other) for other in others)


def test_every_parameter_gets_a_gradient_that_finite_differences_confirm() -> None:
    vae = model((3,), 2)
    x = torch.randn(4, 3, dtype=torch.float64)
    parameters = list(vae.parameters())

    def loss() -> Tensor:
        torch.manual_seed(6)
        value: Tensor = vae(x)[0]
        return value

    gradients = torch.autograd.grad(loss(), parameters)
    for parameter, gradient in zip(parameters, gradients, strict=True):
        step = torch.randn_like(parameter)
        with torch.no_grad():
            parameter.add_(step, alpha=1e-5)
            above = loss()
            parameter.sub_(step, alpha=2e-5)
            below = loss()
            parameter.add_(step, alpha=1e-5)
        torch.testing.assert_close((gradient * step).sum(), (above - below) / 2e-5, rtol=1e-5, atol=1e-7)


def test_two_passes_draw_two_samples_in_eval_mode_too() -> None:
    vae = model((3,), 2).eval()
    x = torch.randn(2, 3, dtype=torch.float64)
    assert not torch.equal(vae(x)[1], vae(x)[1])
