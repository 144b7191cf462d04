"""How the DDPM on points is judged.

Public: `Normalizer` (data); `NoisePredictor` (model); `Diffusion` with beta, alpha_bar, add_noise, loss, denoise and sample
(diffusion); `train` (train), whose sampler is called with a count and a seed.
"""

from __future__ import annotations

import itertools
import math
from typing import Any

import torch
from torch import Tensor, nn

from reference_impls.problem import expect, expect_close, expect_frequency
from reference_impls.projects.running import Check, Project

STEPS = 50
BETA = torch.linspace(0.004, 0.2, STEPS)
ALPHA_BAR = (1 - BETA).cumprod(dim=0)


def diffusion_of(project: Project) -> Any:
    return project.module("diffusion").Diffusion(STEPS, 0.004, 0.2)


class Recording(nn.Module):
    """A model that always predicts one value, and remembers what it was given."""

    def __init__(self, value: float = 0.0) -> None:
        super().__init__()
        self.value = nn.Parameter(torch.tensor(value))
        self.points: list[Tensor] = []
        self.times: list[Tensor] = []

    def forward(self, x: Tensor, t: Tensor) -> Tensor:
        self.points.append(x.detach().clone())
        self.times.append(torch.as_tensor(t).detach().clone())
        return self.value.expand(x.shape)


def normalization_is_undone(project: Project) -> None:
    points = torch.randn(500, 2) * torch.tensor([3.0, 0.5]) + torch.tensor([4.0, -2.0])
    normalizer = project.module("data").Normalizer(points)
    inside = normalizer.apply(points)
    expect_close(inside.mean(dim=0), torch.zeros(2), "mean of normalized points", atol=1e-4)
    expect_close(inside.std(dim=0), torch.ones(2), "standard deviation of normalized points", atol=1e-2)
    expect_close(normalizer.undo(inside), points, "undo(apply(points))", atol=1e-4)


def the_signal_left_is_a_product(project: Project) -> None:
    expect_close(diffusion_of(project).alpha_bar, ALPHA_BAR, "alpha_bar is not the product of all 1 - beta up to t")


def noise_is_added_by_its_root(project: Project) -> None:
    """Compared with the project's own alpha_bar, so that a wrong schedule is told once."""
    diffusion, t = diffusion_of(project), torch.tensor([0, 7, 30, 49])
    left = diffusion.alpha_bar[t][:, None]
    x0, noise = torch.randn(2, 4, 2)
    wanted = left.sqrt() * x0 + (1 - left).sqrt() * noise
    expect_close(diffusion.add_noise(x0, t, noise), wanted, "x_t is not √ᾱ x₀ + √(1-ᾱ) ε")


def a_step_back_has_the_right_mean(project: Project) -> None:
    diffusion, (x, predicted) = diffusion_of(project), torch.randn(2, 5, 2)
    for t in (49, 20, 1):
        root = (1 - diffusion.alpha_bar[t]).sqrt()
        wanted = (x - BETA[t] / root * predicted) / (1 - BETA[t]).sqrt()
        expect_close(
            diffusion.denoise(x, t, predicted, torch.zeros(5, 2)), wanted, f"mean of the step back from t = {t}"
        )


def a_step_back_adds_the_right_noise(project: Project) -> None:
    diffusion, (x, predicted, noise) = diffusion_of(project), torch.randn(3, 5, 2)
    for t in (49, 20):
        added = diffusion.denoise(x, t, predicted, noise) - diffusion.denoise(x, t, predicted, torch.zeros(5, 2))
        expect_close(added, BETA[t].sqrt() * noise, f"noise added in the step back from t = {t}")


def the_last_step_adds_no_noise(project: Project) -> None:
    diffusion, (x, predicted, noise) = diffusion_of(project), torch.randn(3, 5, 2)
    added = diffusion.denoise(x, 0, predicted, noise) - diffusion.denoise(x, 0, predicted, torch.zeros(5, 2))
    expect_close(added, torch.zeros(5, 2), "noise added in the last step, t = 0")


def sampling_visits_every_time(project: Project) -> None:
    model = Recording()
    diffusion_of(project).sample(model, 3, torch.Generator().manual_seed(0))
    times = [int(t.flatten()[0]) for t in model.times]
    expect(
        times == list(reversed(range(STEPS))),
        f"sampling visits the times {times[:2]} ... {times[-2:]}, expected 49 ... 0",
    )


def sampling_draws_fresh_noise(project: Project) -> None:
    diffusion, model = diffusion_of(project), Recording()
    diffusion.sample(model, 400, torch.Generator().manual_seed(0))
    moved = [
        (b - a / (1 - BETA[int(t[0])]).sqrt()).flatten()
        for a, b, t in zip(model.points, model.points[1:], model.times, strict=False)
    ]
    similar = torch.corrcoef(torch.stack(moved[:10]))[0, 1:].abs().max().item()
    expect(similar < 0.3, "the noise of one step repeats in another")


def one_loss(project: Project, x0: Tensor, seed: int = 0, model: Recording | None = None) -> tuple[Recording, Tensor]:
    """The loss of a model that predicts zero, and what it was given."""
    recording = Recording() if model is None else model
    loss: Tensor = diffusion_of(project).loss(recording, x0, torch.Generator().manual_seed(seed))
    return recording, loss


def every_point_has_its_own_time(project: Project) -> None:
    model, _ = one_loss(project, torch.zeros(5000, 2))
    times = model.times[0]
    expect(times.shape == (5000,), f"times have the shape {tuple(times.shape)}, expected one for each point")
    expect(len(set(times.tolist())) == STEPS, f"a batch of 5000 points has {len(set(times.tolist()))} different times")
    for t in (0, 49):
        expect_frequency(int((times == t).sum()), 5000, 1 / STEPS, f"share of time {t}")


def every_batch_has_its_own_noise(project: Project) -> None:
    generator, model, x0 = torch.Generator().manual_seed(0), Recording(), torch.zeros(400, 2)
    for _ in range(2):
        diffusion_of(project).loss(model, x0, generator)
    one, other = (points / points.norm(dim=1, keepdim=True) for points in model.points)
    alike = (one * other).sum(dim=1).mean().item()
    expect(abs(alike) < 0.3, "two batches get the same noise")
    among = (one[0::2] * one[1::2]).sum(dim=1).mean().item()
    expect(abs(among) < 0.35, "points of one batch share their noise")


def the_loss_is_the_mean_of_squares(project: Project) -> None:
    _, loss = one_loss(project, torch.zeros(20000, 2))
    expect_close(loss.detach(), 1.0, "loss of a model that predicts zero", rtol=0.05)


def the_prediction_depends_on_the_time(project: Project) -> None:
    torch.manual_seed(0)
    model, x = project.module("model").NoisePredictor(STEPS), torch.randn(4, 2)
    seen = [model(x, torch.full((4,), t)).detach() for t in (5, 20, 45)]
    for one, other in itertools.pairwise(seen):
        expect(not torch.allclose(one, other, atol=1e-4), "the predicted noise is the same at different times")


def training_reaches_its_loss(project: Project) -> None:
    reached = measure(project)
    expect(0.15 < reached["loss"] < 0.33, f"loss {reached['loss']:.3f} after training, expected about 0.26")
    expect(reached["actual"] < 0.5, f"samples lie {reached['actual']:.2f} from the nearest center, expected below 0.5")
    expect(reached["spread"] > 0.85, "samples do not cover all clusters")


CHECKS = (
    Check("normalization is undone", normalization_is_undone),
    Check("the signal left is a product", the_signal_left_is_a_product),
    Check("noise is added by its root", noise_is_added_by_its_root),
    Check("a step back has the right mean", a_step_back_has_the_right_mean),
    Check("a step back adds the right noise", a_step_back_adds_the_right_noise),
    Check("the last step adds no noise", the_last_step_adds_no_noise),
    Check("sampling visits every time", sampling_visits_every_time),
    Check("sampling draws fresh noise", sampling_draws_fresh_noise),
    Check("every point has its own time", every_point_has_its_own_time),
    Check("every batch has its own noise", every_batch_has_its_own_noise),
    Check("the loss is the mean of squares", the_loss_is_the_mean_of_squares),
    Check("the prediction depends on the time", the_prediction_depends_on_the_time),
    Check("training reaches its loss", training_reaches_its_loss, trains=True),
)


def measure(project: Project, seed: int = 0) -> dict[str, float]:
    """One run: its last loss, how much it jumps, and, of 500 samples, as we find them: distance to the nearest center
    (`actual`; 0.25 is the data's), and the spread of their clusters, 1 if all six are met equally often."""
    sampler, rows = project.module("train").train(seed=seed)
    losses = torch.tensor([row["loss"] for row in rows])
    points = sampler(500, seed=seed + 1).detach()
    angles = torch.arange(6) * (math.pi / 3)
    centers = torch.tensor([4.0, -2.0]) + 3.0 * torch.stack([angles.cos(), angles.sin()], dim=1)
    nearest = torch.cdist(points.nan_to_num(1e6).clamp(-1e6, 1e6), centers).min(dim=1)
    shares = torch.bincount(nearest.indices, minlength=6) / 500
    entropy = -(shares * shares.clamp_min(1e-9).log()).sum()
    return {
        "loss": losses[-1].item(),
        "jumps": (losses[3:] - losses[2:-1]).abs().mean().item(),
        "distance": rows[-1]["distance"],
        "actual": nearest.values.mean().item(),
        "spread": (entropy / math.log(6)).item(),
    }
