"""The page's sampler against diffusers' scheduler, against the one-step page, and on data whose score is known."""

from __future__ import annotations

from itertools import pairwise

import pytest
import torch
from torch import Tensor

from reference_impls.diffusion.ddim_step.reference import ddim_step
from reference_impls.sampling.ddim_sample.reference import ddim_sample

TIMES = [(1001, 8), (1001, 4), (13, 4), (9, 8), (6, 1), (16, 5), (10, 3)]


def betas(T: int) -> Tensor:
    """A linear schedule that ends near ab = 0.02 for any T."""
    return torch.linspace(0.5, 7.5, T, dtype=torch.float64) / T


def model(x: Tensor, t: Tensor) -> Tensor:
    return (x + 0.3 * t.view(-1, 1)).cos()


def start() -> Tensor:
    return torch.randn(3, 5, generator=torch.Generator().manual_seed(1), dtype=torch.float64)


@pytest.mark.parametrize(
    ("T", "steps"), [(T, steps) for T, steps in TIMES if steps > 1 and T // steps == (T - 1) // steps]
)
def test_it_is_the_sampler_of_diffusers(T: int, steps: int) -> None:
    """With final alpha alphas_cumprod[0], which its last step uses only below timestep 0."""
    diffusers = pytest.importorskip("diffusers")
    schedule = betas(T)
    scheduler = diffusers.DDIMScheduler(T, trained_betas=schedule.numpy(), clip_sample=False, set_alpha_to_one=False)
    scheduler.set_timesteps(steps)
    x = start()
    for t in range(T - 1, 0, -(T - 1) // steps):
        x = scheduler.step(model(x, torch.full((3,), t)), t, x).prev_sample
    got = ddim_sample(model, start(), (1 - schedule).cumprod(0), steps)
    torch.testing.assert_close(got, x, rtol=1e-4, atol=1e-4)  # its schedule is float32


@pytest.mark.parametrize(("T", "steps"), TIMES)
def test_it_is_a_chain_of_single_steps(T: int, steps: int) -> None:
    ab = (1 - betas(T)).cumprod(0)
    grid = [int(t) for t in torch.linspace(0, T - 1, steps + 1, dtype=torch.float64).round().flip(0)]
    x = start()
    for t, s in pairwise(grid):
        x = ddim_step(x, model(x, torch.full((3,), t)), ab[t], ab[s])
    torch.testing.assert_close(ddim_sample(model, start(), ab, steps), x)


@pytest.mark.parametrize("steps", [1, 2, 7, 50])
def test_a_point_mass_keeps_the_noise_of_timestep_zero_in_any_number_of_steps(steps: int) -> None:
    """The end point is √ᾱ₀ μ + √(1 - ᾱ₀) ε, with the ε that x_T holds."""
    ab, mu = (1 - betas(351)).cumprod(0), torch.tensor([0.4, -2.0, 1.0, 3.0, 0.0], dtype=torch.float64)

    def truth(x: Tensor, t: Tensor) -> Tensor:
        level = ab[t].view(-1, 1)
        return (x - level.sqrt() * mu) / (1 - level).sqrt()

    eps = start()
    x_T = ab[-1].sqrt() * mu + (1 - ab[-1]).sqrt() * eps
    torch.testing.assert_close(ddim_sample(truth, x_T, ab, steps), ab[0].sqrt() * mu + (1 - ab[0]).sqrt() * eps)


def test_gaussian_data_come_out_with_their_spread_as_steps_grow() -> None:
    """For N(0, 0.5²) the flow only scales: the factor nears √(0.25 ᾱ₀ + 1 - ᾱ₀) / √(0.25 ᾱ_T + 1 - ᾱ_T) (first order)."""
    ab = (1 - betas(961)).cumprod(0)
    variance = 0.25 * ab + 1 - ab

    def truth(x: Tensor, t: Tensor) -> Tensor:
        return x * ((1 - ab[t]).sqrt() / variance[t]).view(-1, 1)

    wanted = (variance[0] / variance[-1]).sqrt()
    errors = [float((ddim_sample(truth, start(), ab, n) / start() / wanted - 1).abs().max()) for n in (60, 120)]
    assert errors[1] < 0.05
    assert errors[0] / errors[1] == pytest.approx(2, rel=0.25)


def test_the_model_is_called_at_every_timestep_but_the_last_and_no_graph_remains() -> None:
    seen: list[Tensor] = []
    weight = torch.ones((), dtype=torch.float64, requires_grad=True)

    def recorded(x: Tensor, t: Tensor) -> Tensor:
        seen.append(t)
        return weight * x

    x = ddim_sample(recorded, start().requires_grad_(), (1 - betas(13)).cumprod(0), 4)
    assert [t.tolist() for t in seen] == [[t] * 3 for t in (12, 9, 6, 3)]
    assert {t.dtype for t in seen} == {torch.int64}
    assert not x.requires_grad
