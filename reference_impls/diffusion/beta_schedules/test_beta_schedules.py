"""The page's schedules against diffusers' schedulers, exact fractions, and what the papers say of their ends."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
import torch

from reference_impls.diffusion.beta_schedules.reference import alphas_bar

diffusers = pytest.importorskip("diffusers")


@pytest.mark.parametrize("steps", [2, 10, 1000])
@pytest.mark.parametrize(("schedule", "theirs"), [("linear", "linear"), ("cosine", "squaredcos_cap_v2")])
def test_it_is_the_schedule_of_diffusers(schedule: str, theirs: str, steps: int) -> None:
    scheduler = diffusers.DDPMScheduler(num_train_timesteps=steps, beta_start=1e-4, beta_end=0.02, beta_schedule=theirs)
    torch.testing.assert_close(alphas_bar(schedule, steps), scheduler.alphas_cumprod.double(), rtol=1e-3, atol=1e-6)


@pytest.mark.parametrize("steps", [2, 3, 40])
def test_linear_in_exact_fractions(steps: int) -> None:
    product, wanted = Fraction(1), []
    for i in range(steps):
        product *= 1 - (Fraction(1, 10_000) + Fraction(199, 10_000) * i / (steps - 1))
        wanted.append(float(product))
    assert alphas_bar("linear", steps).tolist() == pytest.approx(wanted, rel=1e-12)


@pytest.mark.parametrize("steps", [1, 2, 5, 100, 4000])
def test_cosine_is_f_but_for_the_last_step(steps: int) -> None:
    def f(t: float) -> float:
        return math.cos((t / steps + 0.008) / 1.008 * math.pi / 2) ** 2

    wanted = [f(t) / f(0) for t in range(1, steps)]
    wanted.append(0.001 * (wanted[-1] if wanted else 1.0))  # where beta is bounded
    assert alphas_bar("cosine", steps).tolist() == pytest.approx(wanted, rel=1e-8)


@pytest.mark.parametrize("schedule", ["linear", "cosine"])
def test_levels_fall_within_0_and_1_in_float64(schedule: str) -> None:
    levels = alphas_bar(schedule, 1000)
    assert levels.shape == (1000,)
    assert levels.dtype == torch.float64
    assert bool((levels.diff() < 0).all())
    assert 0 < float(levels[-1]) < 1e-4 < 0.9999 <= round(float(levels[0]), 4)


def test_another_name_is_refused() -> None:
    with pytest.raises(ValueError, match="sqrt"):
        alphas_bar("sqrt", 10)
