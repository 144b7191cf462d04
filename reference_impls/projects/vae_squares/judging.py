"""How the variational autoencoder is judged.

Public: `all_pictures`, `get_batch` (data); `reparameterize`, `VAE` with encoder, decoder, latents, encode, decode and sample
(model); `gaussian_kl`, `reconstruction`, `objective` (losses); `beta_at`, `make_optimizer`, `train`, WARMUP (train).
"""

from __future__ import annotations

import math
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor
from torch.distributions import Normal, kl_divergence

from reference_impls.problem import Broken, expect, expect_close
from reference_impls.projects.running import Check, Project


def model_of(project: Project) -> Any:
    torch.manual_seed(0)
    return project.module("model").VAE(pixels=64, latents=6, width=32)


def noise_has_the_deviation_of_the_latents(project: Project) -> None:
    for mean, log_variance in ((1.0, -1.5), (-2.0, 1.0)):
        z = project.module("model").reparameterize(torch.full((1, 40000), mean), torch.full((1, 40000), log_variance))
        expect_close(z.mean(), mean, "mean of the samples", atol=0.05)
        expect_close(z.std(), math.exp(0.5 * log_variance), "standard deviation of the samples", rtol=0.05)


def every_picture_has_its_own_noise(project: Project) -> None:
    z = project.module("model").reparameterize(torch.zeros(4000, 3), torch.zeros(4000, 3))
    expect(bool((z[0] != z[1]).any()), "two pictures of a batch get the same noise")
    expect(float(torch.corrcoef(z.T).fill_diagonal_(0).abs().max()) < 0.2, "the latents of a picture share their noise")


def gradients_pass_through_the_sample(project: Project) -> None:
    mean = torch.zeros(50, 3, requires_grad=True)
    log_variance = torch.zeros(50, 3, requires_grad=True)
    z = project.module("model").reparameterize(mean, log_variance)
    if not z.requires_grad:
        raise Broken("no gradient passes through the sample", "detached")
    z.pow(2).sum().backward()
    for name, given in (("mean", mean), ("log variance", log_variance)):
        expect(given.grad is not None and bool(given.grad.any()), f"no gradient reaches the {name}")
    expect_close(mean.grad, 2 * z.detach(), "gradient that reaches the mean")


def the_divergence_is_that_of_gaussians(project: Project) -> None:
    mean, log_variance = torch.randn(2, 5, 3)
    wanted = kl_divergence(Normal(mean, (0.5 * log_variance).exp()), Normal(0.0, 1.0)).sum(dim=1)
    got = project.module("losses").gaussian_kl(mean, log_variance)
    expect_close(got.sum(), wanted.sum(), "sum of the KL divergences of a batch")


def the_divergence_is_one_per_picture(project: Project) -> None:
    mean = torch.arange(15.0).view(5, 3)
    got = project.module("losses").gaussian_kl(mean, torch.zeros(5, 3))
    expect(tuple(got.shape) == (5,), f"KL divergence of 5 pictures has the shape {tuple(got.shape)}, expected (5,)")


def the_reconstruction_adds_up_pixels(project: Project) -> None:
    logits, x = torch.randn(5, 64), torch.rand(5, 64).round()
    wanted = -torch.distributions.Bernoulli(logits=logits).log_prob(x).sum(dim=1)  # type: ignore[no-untyped-call]
    got = project.module("losses").reconstruction(logits, x)
    expect_close(got, wanted, "negative log likelihood of 5 pictures")


def the_decoder_returns_logits(project: Project) -> None:
    model, seen = model_of(project), list[Tensor]()
    model.decoder.register_forward_hook(lambda module, args, output: seen.append(output.detach()))
    returned = model.decode(torch.randn(5, 6))
    expect_close(returned.detach(), seen[-1], "decode does not return the logits of the decoder")


def the_objective_is_the_sum_of_its_terms(project: Project) -> None:
    model, x = model_of(project), torch.rand(16, 64).round()
    for beta in (0.0, 0.5, 1.0):
        loss, rebuilt, divergence = project.module("losses").objective(model, x, beta)
        expect_close(loss.detach(), (rebuilt + beta * divergence).item(), f"objective with beta = {beta}")


def training_draws_its_latents(project: Project) -> None:
    model, given = model_of(project).train(), list[Tensor]()
    model.decoder.register_forward_pre_hook(lambda module, args: given.append(args[0].detach()))
    x = torch.rand(200, 64).round()
    project.module("losses").objective(model, x, 1.0)
    away = (given[-1] - model.encode(x)[0].detach()).abs().max().item()
    expect(away > 0.1, "in training, the decoder gets the means and no samples")


def the_weight_rises_to_one(project: Project) -> None:
    train = project.module("train")
    for step in (0, train.WARMUP // 4, train.WARMUP // 2, train.WARMUP, 3 * train.WARMUP):
        wanted, late = min(1.0, step / train.WARMUP), 1.01 / train.WARMUP  # whether step 0 is the first or none is open
        expect_close(train.beta_at(step), wanted, f"weight of the KL divergence at step {step}", atol=late)


def every_parameter_is_trained(project: Project) -> None:
    model = model_of(project)
    held = {id(p) for group in project.module("train").make_optimizer(model).param_groups for p in group["params"]}
    missing = sum(p.numel() for p in model.parameters() if id(p) not in held)
    expect(missing == 0, f"the optimizer misses {missing} weights")


def new_pictures_come_from_the_prior(project: Project) -> None:
    model, given = model_of(project), list[Tensor]()
    model.decoder.register_forward_pre_hook(lambda module, args: given.append(args[0].detach()))
    pixels = model.sample(4000)
    expect(bool(((pixels >= 0) & (pixels <= 1)).all()), "sample returns something else than probabilities")
    expect_close(given[-1].mean(dim=0), torch.zeros(6), "mean of the latents that are sampled", atol=0.1)
    expect_close(given[-1].std(dim=0), torch.ones(6), "standard deviation of the latents that are sampled", atol=0.1)


def training_reaches_its_loss(project: Project) -> None:
    reached = measure(project)
    expect(4.7 < reached["actual"] < 10, f"negative ELBO {reached['actual']:.2f} after training, expected below 10")
    expect(reached["clean"] > 0.1, f"{reached['clean']:.0%} of the samples are clean squares, expected 10%")


CHECKS = (
    Check("noise has the deviation of the latents", noise_has_the_deviation_of_the_latents),
    Check("every picture has its own noise", every_picture_has_its_own_noise),
    Check("gradients pass through the sample", gradients_pass_through_the_sample),
    Check("the divergence is that of Gaussians", the_divergence_is_that_of_gaussians),
    Check("the divergence is one per picture", the_divergence_is_one_per_picture),
    Check("the reconstruction adds up pixels", the_reconstruction_adds_up_pixels),
    Check("the decoder returns logits", the_decoder_returns_logits),
    Check("the objective is the sum of its terms", the_objective_is_the_sum_of_its_terms),
    Check("training draws its latents", training_draws_its_latents),
    Check("the weight of the divergence rises to one", the_weight_rises_to_one),
    Check("every parameter is trained", every_parameter_is_trained),
    Check("new pictures come from the prior", new_pictures_come_from_the_prior),
    Check("training reaches its loss", training_reaches_its_loss, trains=True),
)


@torch.no_grad()
def measure(project: Project, seed: int = 0) -> dict[str, float]:
    """One run: how its log ends; the negative ELBO as we find it (`actual`); of 400 samples, the share that
    are pictures of the data (`clean`), and how many different ones these are (`kinds`)."""
    data = project.module("data")
    with torch.enable_grad():
        model, rows = project.module("train").train(seed=seed)
    pictures = data.all_pictures()
    x = pictures.repeat(10, 1)
    mean, log_variance = model.encode(x)
    z = mean + (0.5 * log_variance).exp() * torch.randn(mean.shape, generator=torch.Generator().manual_seed(1))
    rebuilt = F.binary_cross_entropy_with_logits(model.decode(z), x, reduction="none").sum(dim=1)
    divergence = 0.5 * (mean.pow(2) + log_variance.exp() - 1 - log_variance).sum(dim=1)
    drawn = model.sample(400).round()
    nearest = torch.cdist(drawn, pictures).min(dim=1)
    is_clean = nearest.values < 0.5
    return {
        "loss": rows[-1]["loss"],
        "rebuilt": rows[-1]["rebuilt"],
        "kl": rows[-1]["kl"],
        "actual": (rebuilt + divergence).mean().item(),
        "clean": is_clean.float().mean().item(),
        "kinds": float(len(set(nearest.indices[is_clean].tolist()))),
    }
