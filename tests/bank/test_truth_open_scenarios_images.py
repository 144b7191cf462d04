"""The evidence shown by the scenarios of sections 1 to 15, computed anew."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
import torch

from tests.bank.evidence import agree, shown_evidence

EVIDENCE: dict[str, Callable[[], str]] = {}


def evidence(item_id: str) -> Callable[[Callable[[], str]], Callable[[], str]]:
    def keep(compute: Callable[[], str]) -> Callable[[], str]:
        EVIDENCE[item_id] = compute
        return compute

    return keep


@pytest.mark.parametrize("item_id", EVIDENCE)
def test_what_is_shown_is_what_is_computed(item_id: str) -> None:
    assert agree(shown_evidence(item_id), EVIDENCE[item_id]())


def in_order(x: np.ndarray) -> np.float32:
    """The mean in FP32, summed from left to right, so that every machine rounds alike."""
    return np.float32(np.cumsum(x, dtype=np.float32)[-1] / np.float32(x.size))


def linear_alpha_bar() -> np.ndarray:
    """DDPM's schedule: 1,000 betas from 1e-4 to 0.02."""
    return np.cumprod(1 - np.linspace(1e-4, 0.02, 1000))


# --- sections 1 to 8


@evidence("q01-case-cancelled-variance")
def cancelled_variance() -> str:
    noise = np.random.default_rng(0).normal(size=4096)
    noise = (noise - noise.mean()) / noise.std()
    rows = ["mean of data  mean(x*x) - mean(x)**2  two passes"]
    for mean in (0, 100, 1000, 10_000):
        x = (noise + mean).astype(np.float32)
        center = in_order(x)
        one, two = in_order(x * x) - center * center, in_order((x - center) ** 2)
        rows.append(f"{mean:>12,} {float(one):>24.2f} {float(two):>12.2f}")
    return "\n".join(rows)


@evidence("q02-case-daily-peek")
def daily_peek() -> str:
    rng = np.random.default_rng(0)
    gains = rng.normal(size=(20_000, 20)).cumsum(axis=1) / np.sqrt(np.arange(1, 21))
    rows = ["looks at the test  runs that ever show p < 0.05"]
    for looks in (1, 2, 5, 10, 20):
        at = np.linspace(20 / looks, 20, looks).astype(int) - 1
        rows.append(f"{looks:>17} {100 * (np.abs(gains[:, at]) > 1.96).any(axis=1).mean():>26.0f} %")
    return "\n".join(rows)


@evidence("q02-case-rising-loss")
def rising_loss() -> str:
    rng = np.random.default_rng(0)
    base = rng.normal(1.0, 1.4, 200_000)
    rows = ["epoch  validation accuracy  validation loss"]
    for epoch, scale, gain in ((1, 0.5, 0.0), (3, 1.0, 0.1), (10, 2.0, 0.15), (30, 4.0, 0.2)):
        margin = scale * (base + gain)
        rows.append(f"{epoch:<5} {100 * (margin > 0).mean():>19.1f} % {np.logaddexp(0, -margin).mean():>15.2f}")
    return "\n".join(rows)


@evidence("q03-case-dead-generator")
def dead_generator() -> str:
    rows = ["D(fake)    slope of log(1 - D)  slope of -log D"]
    for logit in (0.0, -2.0, -5.0, -10.0):
        d = 1 / (1 + math.exp(-logit))
        rows.append(f"{d:<10.5f} {-d:>19.5f} {-(1 - d):>16.5f}")
    return "\n".join(rows)


@evidence("q04-case-dark-thumbnails")
def dark_thumbnails() -> str:
    rows = ["fine pattern of   mean of the codes   code of mean light"]
    for low, high in ((0, 255), (64, 192), (110, 146)):
        a, b = ((v / 255 / 12.92 if v / 255 <= 0.04045 else ((v / 255 + 0.055) / 1.055) ** 2.4) for v in (low, high))
        light = (a + b) / 2
        code = 255 * (1.055 * light ** (1 / 2.4) - 0.055)
        rows.append(f"{low:>3} and {high:<7} {(low + high) / 2:>18.0f} {code:>20.0f}")
    return "\n".join(rows)


@evidence("q05-case-more-samples")
def more_samples() -> str:
    """Frechet distance of 64-dimensional standard normal samples to the exact N(0, I)."""
    rng = np.random.default_rng(0)
    rows = ["samples  Frechet distance of a perfect model"]
    for n in (100, 300, 1000, 10_000):
        x = rng.normal(size=(n, 64))
        spectrum = np.linalg.eigvalsh(np.cov(x.T)).clip(0)
        distance = (x.mean(axis=0) ** 2).sum() + (1 + spectrum - 2 * np.sqrt(spectrum)).sum()
        rows.append(f"{n:>7,} {distance:>20.2f}")
    return "\n".join(rows)


@evidence("q05-case-gray-wins")
def gray_wins() -> str:
    texture = np.random.default_rng(0).normal(0.5, 0.15, (256, 256)).clip(0, 1)
    outputs = {
        "sharp texture, 1 px off": np.roll(texture, 1, axis=1),
        "flat gray": np.full_like(texture, texture.mean()),
    }
    rows = ["output                   PSNR (dB)  contrast (std)"]
    for name, image in outputs.items():
        rows.append(f"{name:<24} {-10 * np.log10(((image - texture) ** 2).mean()):>9.1f} {image.std():>15.2f}")
    return "\n".join(rows)


@evidence("q06-case-constant-embedding")
def constant_embedding() -> str:
    rng = np.random.default_rng(0)
    rows = ["step   InfoNCE loss  std of an embedding coordinate"]
    for step, spread in ((100, 0.3), (500, 0.05), (2000, 0.005)):
        views = [rng.normal(size=(1, 128)) * 0 + 1 + spread * rng.normal(size=(256, 128)) for _ in range(2)]
        a, b = (v / np.linalg.norm(v, axis=1, keepdims=True) for v in views)
        logits = a @ b.T / 0.1
        loss = (np.log(np.exp(logits).sum(axis=1)) - np.diag(logits)).mean()
        rows.append(f"{step:<6,} {loss:>12.3f} {a.std(axis=0).mean():>24.4f}")
    return "\n".join([*rows, f"ln 256 = {math.log(256):.3f}   1/sqrt(128) = {128**-0.5:.4f}"])


@evidence("q07-case-lost-offset")
def lost_offset() -> str:
    """Rotary attention of one query on its cached keys; the faulty loop always gives the new token position 0."""
    rng = np.random.default_rng(0)
    keys, values, queries = (rng.normal(size=(64, 32)) for _ in range(3))
    frequency = 10_000.0 ** (-np.arange(16) / 16)

    def turned(x: np.ndarray, position: int) -> np.ndarray:
        z = (x[:16] + 1j * x[16:]) * np.exp(1j * position * frequency)
        return np.concatenate([z.real, z.imag])

    def attend(n: int, positions: list[int]) -> np.ndarray:
        k = np.stack([turned(keys[i], positions[i]) for i in range(n + 1)])
        scores = k @ turned(queries[n], positions[n]) / math.sqrt(32)
        weights = np.exp(scores - scores.max())
        return np.asarray((weights / weights.sum()) @ values[: n + 1])

    rows = ["token       max |cached - full forward|"]
    for n in (15, 31, 32, 33, 40, 63):
        cached = [i if i < 32 else 0 for i in range(64)]
        gap = np.abs(attend(n, cached) - attend(n, list(range(64)))).max()
        rows.append(f"{n:<4}{'prompt' if n < 32 else 'decoded':<8} {gap:>16.3f}")
    return "\n".join(rows)


@evidence("q08-case-wide-latents")
def wide_latents() -> str:
    alpha_bar = linear_alpha_bar()
    rows = ["timestep  SNR, latent std 1  SNR, latent std 5.5"]
    for t in (100, 300, 500, 700, 999):
        snr = alpha_bar[t] / (1 - alpha_bar[t])
        rows.append(f"{t:>8} {snr:>18.5f} {30.25 * snr:>20.4f}")
    return "\n".join(rows)


# --- section 9


@evidence("q09-case-never-black")
def never_black() -> str:
    scaled = np.cumprod(1 - np.linspace(0.00085**0.5, 0.012**0.5, 1000) ** 2)
    rows = [("start of sampling", 0), ("training, all white (+1)", 1), ("training, all black (-1)", -1)]
    return "\n".join(
        [f"{'mean of x_T':>39}", *(f"{name:<24} {value * scaled[-1] ** 0.5:>14.3f}" for name, value in rows)]
    )


@evidence("q09-case-flat-loss")
def flat_loss() -> str:
    """Gaussian data of std 0.5 with mean 1; the model has the right spread and a mean that is off."""
    a = linear_alpha_bar()
    share = a * 0.25 / (a * 0.25 + 1 - a)
    rows = ["timesteps   step 100k (off by 0.1)  step 400k (off by 0.02)"]
    losses = [share + (1 - share) ** 2 * off**2 * a / (1 - a) for off in (0.1, 0.02)]
    for low, high in ((0, 100), (100, 300), (300, 600), (600, 1000), (0, 1000)):
        name = f"{low} to {high}" if high - low < 1000 else "all"
        rows.append(f"{name:<12}" + "".join(f"{loss[low:high].mean():>21.5f}" for loss in losses))
    return "\n".join(rows)


@evidence("q09-case-early-explosion")
def early_explosion() -> str:
    a = linear_alpha_bar()
    rows = ["t     error of eps  error of the clean image"]
    return "\n".join(
        rows + [f"{t:<6} {0.01:>10.2f} {0.01 * math.sqrt((1 - a[t]) / a[t]):>21.3f}" for t in (50, 250, 500, 750, 999)]
    )


@evidence("q09-case-grainy-few-steps")
def grainy_few_steps() -> str:
    """Ancestral sampling of N(0, 0.25) with the exact noise estimate: the variance follows by recursion."""
    bars = linear_alpha_bar()
    rows = ["steps  std, variance beta  std, posterior variance"]
    for steps in (1000, 100, 20, 10):
        at = np.linspace(999, 0, steps).astype(int)
        stds = []
        for posterior in (False, True):
            variance = 1.0
            for i, t in enumerate(at):
                bar, before = bars[t], bars[at[i + 1]] if i + 1 < steps else 1.0
                alpha = bar / before
                eps = math.sqrt(1 - bar) / (bar * 0.25 + 1 - bar)
                keep = (1 - (1 - alpha) / math.sqrt(1 - bar) * eps) / math.sqrt(alpha)
                noise = (1 - alpha) * ((1 - before) / (1 - bar) if posterior else 1.0)
                variance = keep**2 * variance + (noise if i + 1 < steps else 0.0)
            stds.append(math.sqrt(variance))
        rows.append(f"{steps:>5,} {stds[0]:>19.3f} {stds[1]:>24.3f}")
    return "\n".join([*rows, "std of the data: 0.500"])


# --- sections 10 to 13


@evidence("q10-case-small-sigma-max")
def small_sigma_max() -> str:
    rows = ["sigma_max  mean of the samples (data: mean 1, std 0.5)"]
    return "\n".join(
        rows + [f"{s:>9.1f} {1 - 0.5 / math.sqrt(0.25 + s * s):>22.3f}" for s in (0.5, 1.0, 3.0, 10.0, 80.0)]
    )


@evidence("q11-case-other-time")
def other_time() -> str:
    """Data N(2, 0.25) at t = 0 and noise at t = 1, with the exact velocity, in 100 Euler steps."""

    def velocity(x: np.ndarray, t: float) -> np.ndarray:
        mean, variance = (1 - t) * 2, (1 - t) ** 2 * 0.25 + t * t
        return -2 + (t - (1 - t) * 0.25) / variance * (x - mean)

    start = np.random.default_rng(0).normal(size=50_000)
    rows = ["sampler                         mean    std"]
    for name, time, sign in (("t from 1 to 0, x -= v dt", True, -1), ("t from 0 to 1, x += v dt", False, 1)):
        x = start
        for i in range(100):
            t = 1 - i / 100 if time else i / 100
            x = x + sign * 0.01 * velocity(x, t)
        rows.append(f"{name:<28} {x.mean():>7.2f} {x.std():>6.2f}")
    return "\n".join([*rows, "data                            2.00   0.50"])


@evidence("q11-case-clean-too-soon")
def clean_too_soon() -> str:
    rows = ["t     noise/signal of layout, 256 px  at 1,024 px"]
    for t in (0.5, 0.7, 0.9, 0.95):
        ratio = t / (1 - t) / 4
        rows.append(f"{t:<5.2f} {ratio:>24.2f} {ratio / 4:>19.2f}")
    return "\n".join(rows)


@evidence("q12-case-half-heun")
def half_heun() -> str:
    """x' = -x t from 1 at t = 0 to t = 2; the faulty corrector takes its second slope at the old time."""

    def error(n: int, second: str) -> float:
        x, h = 1.0, 2 / n
        for i in range(n):
            t = i * h
            first = -x * t
            slope = {"euler": first, "heun": -(x + h * first) * (t + h), "yours": -(x + h * first) * t}[second]
            x += h * (first + slope) / 2
        return abs(x - math.exp(-2))

    rows = ["steps  Euler error  your Heun error  reference Heun"]
    for n in (10, 20, 40, 80):
        rows.append(f"{n:<5} {error(n, 'euler'):>12.5f} {error(n, 'yours'):>16.5f} {error(n, 'heun'):>15.5f}")
    return "\n".join(rows)


@evidence("q12-case-coarse-difference")
def coarse_difference() -> str:
    generator = torch.Generator().manual_seed(0)
    base = torch.randn(100_000, generator=generator, dtype=torch.float64)
    direction = torch.randn(100_000, generator=generator, dtype=torch.float64)
    rows = ["|cond - uncond|  BF16 error  FP16 error  FP32 error"]
    for size in (0.3, 0.03, 0.003):
        errors = []
        for kind in (torch.bfloat16, torch.float16, torch.float32):
            stored = (base + size * direction).to(kind).double() - base.to(kind).double()
            errors.append(100 * ((stored - size * direction).norm() / (size * direction.norm())).item())
        rows.append(f"{size:<15.3f}" + "".join(f"{e:>9.1f} %" for e in errors))
    return "\n".join(rows)


@evidence("q13-case-lost-merge")
def lost_merge() -> str:
    generator = torch.Generator().manual_seed(0)
    weights = 0.02 * torch.randn(100_000, generator=generator)
    weights = weights.bfloat16().float()
    delta = torch.randn(100_000, generator=generator)
    rows = ["std of update  entries unchanged  error of merged update"]
    for size in (1e-3, 1e-4, 1e-5):
        merged = (weights + size * delta).bfloat16().float() - weights
        error = (merged - size * delta).norm() / (size * delta.norm())
        rows.append(f"{size:<13.5f} {100 * (merged == 0).float().mean().item():>14.0f} % {100 * error.item():>17.0f} %")
    return "\n".join(rows)


# --- sections 14 and 15


@evidence("q14-case-vanished-diagrams")
def vanished_diagrams() -> str:
    def above(limit: float, mean: float) -> float:
        return 0.5 * math.erfc((limit - mean) / 0.8 / math.sqrt(2))

    rows = ["score needed  photos kept  diagrams kept  diagrams in data"]
    for limit in (0.0, 4.5, 5.5, 6.5):
        photo, diagram = above(limit, 5.5), above(limit, 4.3)
        share = diagram / (9 * photo + diagram)
        rows.append(f"{limit:<12.1f} {100 * photo:>10.1f} % {100 * diagram:>12.1f} % {100 * share:>15.1f} %")
    return "\n".join(rows)


@evidence("q14-case-false-watermarks")
def false_watermarks() -> str:
    def tail(n: int, k: int, p: float) -> float:
        return sum(math.comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k, n + 1))

    rows = ["bits needed of 48  false alarms in 10M  found after crop"]
    for k in (34, 38, 41, 44):
        rows.append(f"{k:>17} {1e7 * tail(48, k, 0.5):>20,.1f} {100 * tail(48, k, 0.85):>15.1f} %")
    return "\n".join(rows)


@evidence("q15-case-seams")
def seams() -> str:
    rng = np.random.default_rng(0)
    chunks = []
    for _chunk in range(3):
        x = rng.normal(size=2000)
        for _frame in range(16):
            chunks.append(x)
            x = 0.98 * x + math.sqrt(1 - 0.98**2) * rng.normal(size=2000)
    rows = ["frames     RMS change"]
    for n in (13, 14, 15, 16, 17, 30, 31, 32):
        rows.append(f"{n:>2} to {n + 1:<4} {math.sqrt(((chunks[n + 1] - chunks[n]) ** 2).mean()):>8.2f}")
    return "\n".join(rows)


@evidence("q15-case-slow-burn")
def slow_burn() -> str:
    rows = ["chunk  brightness, model A  brightness, model B"]
    a = b = 0.5
    for chunk in range(31):
        if chunk in (0, 1, 5, 10, 20, 30):
            rows.append(f"{chunk:<5} {a:>19.3f} {b:>20.3f}")
        a, b = 1.02 * a, b + 0.01 - 0.2 * (b - 0.5)
    return "\n".join(rows)


@evidence("q15-case-twice-as-long")
def twice_as_long() -> str:
    rows = ["seconds  tokens  attention PFLOP  other PFLOP  total"]
    for seconds in (5, 10, 20):
        tokens = 6500 * seconds
        scores, rest = 4 * tokens**2 * 3072 * 40 / 1e15, 24 * tokens * 3072**2 * 40 / 1e15
        rows.append(f"{seconds:<7} {tokens:>7,} {scores:>16.2f} {rest:>12.2f} {scores + rest:>6.2f}")
    return "\n".join(rows)
