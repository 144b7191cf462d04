"""What section 15 teaches of video, scenes and inverse problems, computed again: by light, by counting, by autograd."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import nn

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric

CONDITIONS = ((), ("frame",), ("frame", "text"))


def test_no_number_is_mistaken() -> None:
    assert mistaken_for_right(15) == []


@pytest.mark.parametrize(("d", "s1", "s2"), [(0.5, 1, 2), (1, 0.5, 4), (1, 2, 2)])
def test_the_color_of_a_ray(d: float, s1: float, s2: float) -> None:
    """By following the light in small steps from the eye, each of which absorbs and emits a little."""
    steps = 20_000
    light, color = 1.0, 0.0
    for density, emitted in ((s1, 0.2), (s2, 0.8)):
        for _ in range(steps):
            absorbed = light * density * d / steps
            color += absorbed * emitted
            light -= absorbed
    assert numeric("q15-nerf-two-samples", d=d, s1=s1, s2=s2) == pytest.approx(color, rel=5e-4)


@pytest.mark.parametrize(("n", "degree"), [(1, 1), (3, 3)])
def test_the_bytes_of_a_splatted_scene(n: int, degree: int) -> None:
    """By the tensors of one Gaussian, with the spherical harmonics counted order by order."""
    harmonics = [(order, m) for order in range(degree + 1) for m in range(-order, order + 1)]
    shapes = {"position": 3, "log scales": 3, "quaternion": 4, "opacity": 1, "color": 3 * len(harmonics)}
    size = sum(torch.empty(length, dtype=torch.float32).nbytes for length in shapes.values())
    assert numeric("q15-gs-memory", n=n, L=degree) == n * 1_000_000 * size


def test_gaussians_of_the_paper_have_59_numbers() -> None:
    assert numeric("q15-gs-memory", n=1, L=3) == 59 * 4 * 1_000_000


@pytest.mark.parametrize(("steps", "frames", "lag"), [(50, 16, 5), (20, 3, 12), (30, 30, 1)])
def test_the_passes_of_a_pyramid(steps: int, frames: int, lag: int) -> None:
    """By running the schedule until every frame is clean."""
    left, passes = [steps] * frames, 0
    while any(left):
        left = [max(0, n - (passes >= frame * lag)) for frame, n in enumerate(left)]
        passes += 1
    assert formula("q15-forcing-pyramid", K=steps, H=frames, a=lag) == passes


@pytest.mark.parametrize(("rate", "steps", "rest"), [(20, 4, 10), (25, 2, 8)])
def test_the_time_of_a_step(rate: int, steps: int, rest: float) -> None:
    """With that time for each step, a second holds the frames that it should."""
    step = numeric("q15-world-budget", f=rate, S=steps, o=rest)
    assert rate * (steps * step + rest) == pytest.approx(1000)


@pytest.mark.parametrize(("steps", "guided"), [(30, 10), (50, 20)])
def test_the_evaluations_with_two_guidance_scales(steps: int, guided: int) -> None:
    """By counting the calls that a sampler makes with nothing, with the frame, and with frame and text."""
    calls = [condition for step in range(steps) for condition in (CONDITIONS if step < guided else CONDITIONS[-1:])]
    assert numeric("q15-guidance-cost", S=steps, g=guided) == len(calls)


@pytest.mark.parametrize(("n", "frames"), [(2, 33), (4, 129)])
def test_images_that_balance_clips(n: int, frames: int) -> None:
    """By the sizes of latents that causal convolutions with two strides of 2 in time make."""
    half = nn.Sequential(nn.ConstantPad1d((2, 0), 0.0), nn.Conv1d(1, 1, 3, stride=2))
    encode = nn.Sequential(half, half)
    latents = sum(encode(torch.zeros(1, 1, frames)).shape[-1] for _ in range(n))
    assert encode(torch.zeros(1, 1, 1)).shape[-1] == 1
    assert numeric("q15-bucket-balance", n=n, F=frames) == latents


@pytest.mark.parametrize(("a", "y", "x"), [(0.5, 1.2, 0.3), (-2.0, 0.4, 1.1)])
def test_the_term_of_dps(a: float, y: float, x: float) -> None:
    """By autograd through an estimate that is a bent function of the noisy value."""
    sigma = 0.7
    x_t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    estimate = torch.exp(x_t)
    (slope,) = torch.autograd.grad(estimate, x_t, retain_graph=True)
    log_density = -((y - a * estimate) ** 2) / (2 * sigma**2)
    (expected,) = torch.autograd.grad(log_density, x_t)
    answer = formula("q15-dps-scalar", a=a, y=y, m=math.exp(x), j=float(slope), sigma=sigma)
    assert answer == pytest.approx(float(expected))


def test_subtracted_noise_lowers_the_variance_only() -> None:
    """q15-sds-noise: for Gaussian data of variance 1, whose best denoiser is known, at a low level of noise."""
    noise = np.random.default_rng(0).standard_normal(400_000)
    render, level = 0.6, 0.95
    noisy = math.sqrt(level) * render + math.sqrt(1 - level) * noise
    predicted = math.sqrt(1 - level) * noisy
    assert predicted.mean() == pytest.approx((predicted - noise).mean(), abs=5e-3)
    other = math.sqrt(1 - 0.2) * (math.sqrt(0.2) * render + math.sqrt(1 - 0.2) * noise)
    assert (other - noise).var() < other.var()


def test_full_attention_without_a_code_of_time_cannot_tell_the_order() -> None:
    """q15-rope-without-time: shuffled frames give the same output, shuffled."""
    torch.manual_seed(0)
    attention = nn.MultiheadAttention(8, 2, batch_first=True).eval()
    frames = torch.randn(5, 3, 8) + torch.randn(3, 8)
    order = torch.tensor([3, 0, 4, 2, 1])

    def attended(clip: torch.Tensor) -> torch.Tensor:
        tokens = clip.reshape(1, 15, 8)
        result: torch.Tensor = attention(tokens, tokens, tokens, need_weights=False)[0]
        return result.reshape(5, 3, 8)

    torch.testing.assert_close(attended(frames[order]), attended(frames)[order])
