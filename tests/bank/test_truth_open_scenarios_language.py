"""The evidence shown by the scenarios of sections 16 to 19 and 21, computed anew."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

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


def phi(x: float) -> float:
    return 0.5 * math.erfc(-x / math.sqrt(2))


# --- section 16


@evidence("q16-case-parallel-reveal")
def parallel_reveal() -> str:
    """Eight pairs of equal fair bits; both members of a pair in one step are drawn independently."""
    rows = ["tokens per step  entropy per token (bits)  valid sequences"]
    for k in (1, 2, 4, 8, 16):
        rng = np.random.default_rng(k)
        orders = rng.permuted(np.tile(np.arange(16), (20_000, 1)), axis=1).argsort(axis=1) // k
        together = (orders[:, :8] == orders[:, 8:]).sum(axis=1)
        rows.append(f"{k:>8} {1.0:>24.2f} {100 * (0.5**together).mean():>20.1f} %")
    return "\n".join(rows)


# --- section 17


@evidence("q17-case-hot-expert")
def hot_expert() -> str:
    rng = np.random.default_rng(0)
    rows = ["step    share of tokens by expert (8)            dropped"]
    for step, skew in ((1000, 0.1), (2000, 0.5), (3000, 1.0), (4000, 1.6)):
        logits = rng.normal(size=(40_000, 8)) + skew * np.linspace(1, -1, 8)
        share = np.bincount(logits.argmax(axis=1), minlength=8) / 40_000
        dropped = np.maximum(share - 1.25 / 8, 0).sum()
        rows.append(f"{step:,}   {' '.join(f'{100 * s:3.0f}' for s in share)} % {100 * dropped:>10.0f} %")
    return "\n".join(rows)


@evidence("q17-case-more-chunks")
def more_chunks() -> str:
    """One right chunk among 20,000; the reader takes the best of k by its own noisy score."""
    rng = np.random.default_rng(0)
    right = rng.normal(3.6, 1, 4000)
    better = rng.binomial(20_000, [1 - phi(x) for x in right])
    rows = ["chunks given  recall of right chunk  answer accuracy"]
    for k in (1, 5, 20, 100, 400):
        found = better < k
        rivals = np.array([rng.normal(size=k).max() for _ in right])
        read = rng.normal(2.2, 1, 4000) > rivals
        rows.append(f"{k:>12} {100 * found.mean():>19.0f} % {100 * (found & read).mean():>15.0f} %")
    return "\n".join(rows)


@evidence("q17-case-long-tasks")
def long_tasks() -> str:
    rows = ["tool calls in task  success, agent A  success, agent B"]
    return "\n".join(
        rows + [f"{n:>18} {100 * 0.98**n:>15.0f} % {100 * 0.90 * 0.995**n:>15.0f} %" for n in (2, 5, 20, 50)]
    )


@evidence("q17-case-lower-perplexity")
def lower_perplexity() -> str:
    rows = ["model  vocabulary  bytes per token  perplexity  tokens"]
    for name, vocabulary, size, perplexity in (("A", 128_000, 4.4, 9.8), ("B", 32_000, 3.6, 7.4)):
        rows.append(f"{name:<6} {vocabulary:>10,} {size:>16.1f} {perplexity:>11.1f} {9_000_000 / size / 1e6:>6.2f}M")
    bits = [math.log2(9.8) / 4.4, math.log2(7.4) / 3.6]
    return "\n".join([*rows, f"bits per byte: A {bits[0]:.3f}, B {bits[1]:.3f}"])


@evidence("q17-case-evicted-start")
def evicted_start() -> str:
    rng = np.random.default_rng(0)
    logits, values = rng.normal(size=256), rng.normal(size=(256, 64))
    logits[0], values[0] = 7.0, 0.0

    def head(first: int) -> tuple[float, float]:
        weights = np.exp(logits[first:])
        weights /= weights.sum()
        return float(weights[0]), float(np.linalg.norm(weights @ values[first:]))

    rows = ["cache                     weight of oldest  output norm"]
    for name, first in (("all 256 tokens", 0), ("newest 255 tokens", 1)):
        weight, norm = head(first)
        rows.append(f"{name:<25} {weight:>16.3f} {norm:>12.3f}")
    return "\n".join(rows)


@evidence("q17-case-guessing-pays")
def guessing_pays() -> str:
    rng = np.random.default_rng(0)
    confidence = rng.uniform(0.05, 1, 100_000)
    right = rng.uniform(size=100_000) < confidence
    rows = ["answers if confidence above  accuracy  wrong  abstains"]
    for limit in (0.0, 0.25, 0.5, 0.75):
        says = confidence > limit
        shares = [(says & right).mean(), (says & ~right).mean(), (~says).mean()]
        rows.append(f"{limit:>26.2f} " + " ".join(f"{100 * x:>6.0f} %" for x in shares))
    return "\n".join(rows)


# --- section 18


@evidence("q18-case-still-frames")
def still_frames() -> str:
    rng = np.random.default_rng(0)
    scene = np.convolve(rng.normal(size=4000), np.ones(25) / 25, "same")
    rows = ["model  motion (px/frame)  similarity of neighbor frames"]
    for name, speed in (("old", 8), ("new", 2), ("still image", 0)):
        frames = [scene[100 + speed * t : 1100 + speed * t] for t in range(16)]
        similar = np.mean([np.corrcoef(a, b)[0, 1] for a, b in pairwise(frames)])
        rows.append(f"{name:<11} {speed:>12} {similar:>25.3f}")
    return "\n".join(rows)


@evidence("q18-case-random-split")
def random_split() -> str:
    """Nearest neighbor on 100 patients with 10 near-equal scans each; the label belongs to the patient."""
    rng = np.random.default_rng(0)
    labels = np.repeat(rng.integers(0, 2, 100), 10)
    patients = np.repeat(np.arange(100), 10)
    scans = rng.normal(size=(100, 20))[patients] + 0.15 * labels[:, None] + 0.2 * rng.normal(size=(1000, 20))

    def accuracy(test: np.ndarray) -> float:
        gaps = ((scans[test][:, None] - scans[~test][None]) ** 2).sum(axis=2)
        return float((labels[~test][gaps.argmin(axis=1)] == labels[test]).mean())

    by_row, by_patient = rng.uniform(size=1000) < 0.2, np.isin(patients, rng.permutation(100)[:20])
    pairs = (("random rows", by_row), ("whole patients", by_patient))
    return "\n".join(["split           test accuracy", *(f"{n:<15} {100 * accuracy(t):>11.0f} %" for n, t in pairs)])


@evidence("q18-case-best-checkpoint")
def best_checkpoint() -> str:
    rng = np.random.default_rng(0)
    rows = ["checkpoints tried  best on 200 dev questions  same on test"]
    for count in (1, 5, 20, 100):
        best = (rng.binomial(200, 0.70, (4000, count)) / 200).max(axis=1).mean()
        rows.append(f"{count:>17} {100 * best:>24.1f} % {70.0:>12.1f} %")
    return "\n".join(rows)


@evidence("q18-case-longer-wins")
def longer_wins() -> str:
    rows = ["new answer longer by  pairs  win rate of new model"]
    wins = pairs = 0.0
    for low, center, count in (("-50 to 0 %", -25, 60), ("0 to 50 %", 25, 180), ("50 to 100 %", 75, 160)):
        rate = 1 / (1 + math.exp(-(-0.35 + 0.014 * center)))
        wins, pairs = wins + rate * count, pairs + count
        rows.append(f"{low:<20} {count:>6} {100 * rate:>16.0f} %")
    return "\n".join([*rows, f"all                  {pairs:>6.0f} {100 * wins / pairs:>16.0f} %"])


@evidence("q18-case-sharper-confidence")
def sharper_confidence() -> str:
    rng = np.random.default_rng(0)
    logit = rng.normal(0.8, 1.2, 400_000)
    right = rng.uniform(size=logit.size) < 1 / (1 + np.exp(-logit))
    said = 1 / (1 + np.exp(-2.5 * logit))
    rows = ["probability        of all   right"]
    for low in (0.5, 0.6, 0.7, 0.8, 0.9):
        inside = (said >= low) & (said < low + 0.1)
        rows.append(f"{low:.1f} to {low + 0.1:.1f} {100 * inside.mean():>13.0f} % {100 * right[inside].mean():>6.0f} %")
    return "\n".join(rows)


@evidence("q18-case-crossing-pass")
def crossing_pass() -> str:
    rng = np.random.default_rng(0)
    base = rng.beta(0.6, 1.4, 40_000)
    tuned = np.where(rng.uniform(size=40_000) < 0.62, 0.82, 0.0)
    rows = ["k      pass@k before RL  pass@k after RL"]
    for k in (1, 4, 16, 64, 256):
        rows.append(
            f"{k:<6} {100 * (1 - (1 - base) ** k).mean():>14.0f} % {100 * (1 - (1 - tuned) ** k).mean():>14.0f} %"
        )
    return "\n".join(rows)


@evidence("q18-case-rare-disasters")
def rare_disasters() -> str:
    """Frechet distance of Gaussians in 64 dimensions: a small shift of all images, or 2 % far outliers."""
    rows = ["model  change to the images               Frechet dist."]
    shift = 64 * 0.2**2
    outlier_mean = 0.02 * 3.0
    covariance = np.eye(64) + 0.02 * 0.98 * 9.0 * np.outer(np.eye(64)[0], np.eye(64)[0])
    broken = outlier_mean**2 + float((np.diag(covariance) + 1 - 2 * np.sqrt(np.diag(covariance))).sum())
    rows.append(f"A      all features moved by 0.2 std {shift:>18.3f}")
    return "\n".join([*rows, f"B      2 % moved by 3 std in one feature {broken:>14.3f}"])


# --- section 19


@evidence("q19-case-heavy-tail")
def heavy_tail() -> str:
    rng = np.random.default_rng(0)
    rows = ["best of n  reward model score  true quality"]
    for n in (1, 4, 16, 64, 256, 1024):
        quality, error = rng.normal(size=(1500, n)), rng.standard_t(2, (1500, n))
        best = (quality + error).argmax(axis=1)[:, None]
        score = np.median(np.take_along_axis(quality + error, best, 1))
        rows.append(f"{n:<9,} {score:>19.1f} {np.take_along_axis(quality, best, 1).mean():>13.2f}")
    return "\n".join(rows)


@evidence("q19-case-rare-harm")
def rare_harm() -> str:
    rows = ["test set            harmful  share of blocks that are right"]
    for name, rate in (("offline, balanced", 0.5), ("red-team traffic", 0.1), ("production", 0.001)):
        rows.append(f"{name:<19} {100 * rate:>5.1f} % {100 * 0.95 * rate / (0.95 * rate + 0.02 * (1 - rate)):>16.1f} %")
    return "\n".join(rows)


@evidence("q19-case-own-samples")
def own_samples() -> str:
    rng = np.random.default_rng(0)
    real = rng.normal(size=(400, 50))
    only, pool = real, real
    rows = ["generation  std, replace data  std, keep all data"]
    for generation in range(101):
        if generation in (0, 10, 25, 50, 100):
            stds = [float(np.median(x.std(axis=1))) for x in (only, pool)]
            rows.append(f"{generation:<10} {stds[0]:>18.2f} {stds[1]:>19.2f}")
        fits = [(x.mean(axis=1)[:, None], x.std(axis=1)[:, None]) for x in (only, pool)]
        only = fits[0][0] + fits[0][1] * rng.normal(size=(400, 50))
        pool = np.concatenate([pool, fits[1][0] + fits[1][1] * rng.normal(size=(400, 50))], axis=1)
    return "\n".join(rows)


@evidence("q19-case-vote-hurts")
def vote_hurts() -> str:
    rows = ["right per sample  right by vote of 33  any of 33 right"]
    for p in (0.8, 0.6, 0.45, 0.3):
        vote = sum(math.comb(33, k) * p**k * (1 - p) ** (33 - k) for k in range(17, 34))
        rows.append(f"{100 * p:>14.0f} % {100 * vote:>18.0f} % {100 * (1 - (1 - p) ** 33):>15.0f} %")
    return "\n".join(rows)


@evidence("q19-case-padding-counted")
def padding_counted() -> str:
    rows = ["padded to  target tokens  token loss  logged loss"]
    for length in (512, 1024, 2048, 4096):
        rows.append(f"{length:>9,} {380:>14} {1.20:>11.2f} {1.20 * 380 / length:>12.2f}")
    return "\n".join(rows)


# --- section 21


@evidence("q21-case-busy-queue")
def busy_queue() -> str:
    rng = np.random.default_rng(0)
    service = rng.lognormal(-0.5, 1.0, 200_000)
    gaps = rng.exponential(1, 200_000)
    rows = ["utilization  median latency (s)  p99 latency (s)"]
    for load in (0.3, 0.6, 0.8, 0.9):
        arrivals = gaps * service.mean() / load
        waits, wait = [], 0.0
        for s, a in zip(service, arrivals, strict=True):
            waits.append(wait + s)
            wait = max(0.0, wait + s - a)
        rows.append(f"{100 * load:>9.0f} % {np.median(waits):>18.1f} {np.percentile(waits, 99):>16.1f}")
    return "\n".join(rows)


@evidence("q21-case-outlier-channel")
def outlier_channel() -> str:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(256, 512))
    weights = rng.normal(size=(512, 256))
    rows = ["outlier size  per tensor  per token  smoothed"]
    for size in (1, 10, 60):
        scaled = x.copy()
        scaled[:, 7] *= size
        smooth = np.sqrt(np.abs(scaled).max(axis=0) / np.abs(weights).max(axis=1))

        def error(a: np.ndarray, w: np.ndarray, axis: int | None, exact: np.ndarray) -> float:
            step = np.abs(a).max(axis=axis, keepdims=True) / 127
            kept = [c for c in range(512) if c != 7]
            part = (np.round(a / step) * step)[:, kept] @ w[kept]
            return float(np.linalg.norm(part - exact) / np.linalg.norm(exact))

        exact = np.delete(scaled, 7, axis=1) @ np.delete(weights, 7, axis=0)
        errors = [error(scaled, weights, None, exact), error(scaled, weights, 1, exact)]
        errors.append(error(scaled / smooth, weights * smooth[:, None], 1, exact))
        rows.append(f"{size:>11}x" + "".join(f"{100 * e:>10.1f} %" for e in errors))
    return "\n".join(rows)


@evidence("q21-case-slow-speculation")
def slow_speculation() -> str:
    rows = ["traffic             acceptance rate  tokens/pass  speed-up"]
    for name, accept, ratio in (("code, T = 0", 0.85, 1.0), ("chat, T = 1", 0.60, 1.0), ("chat, batch 64", 0.60, 2.2)):
        tokens = (1 - accept**6) / (1 - accept)
        rows.append(f"{name:<16} {100 * accept:>16.0f} % {tokens:>12.2f} {tokens / (ratio + 5 * 0.08):>9.2f}")
    return "\n".join(rows)


@evidence("q21-case-token-stutter")
def token_stutter() -> str:
    def milliseconds(prompt: int) -> float:
        return 22 + 2 * 8e9 * prompt / (0.45 * 989e12) * 1000

    steps = (0, 0, 512, 0, 8000, 0, 0, 32_000, 0)
    rows = ["step  prompt tokens added  time between tokens (ms)"]
    return "\n".join(rows + [f"{n + 1:<5} {p:>19,} {milliseconds(p):>25.0f}" for n, p in enumerate(steps)])


@evidence("q21-case-full-cache")
def full_cache() -> str:
    free, per_token = 40e9, 2 * 32 * 8 * 128 * 2
    rows = ["tokens per request  fit in cache  running  preempted"]
    for tokens in (1000, 2000, 4000, 8000):
        fit = int(free / (tokens * per_token))
        rows.append(f"{tokens:>17,} {fit:>13} {min(fit, 128):>8} {max(0, 128 - fit):>10}")
    return "\n".join(rows)


@evidence("q21-case-cold-prefix")
def cold_prefix() -> str:
    block, prompt = 16, 2400
    rows = ["first token that differs  blocks reused  prompt computed"]
    for first in (2300, 1200, 40, 5):
        reused = first // block
        rows.append(f"{first:>24,} {reused:>14} {prompt - reused * block:>12,} tokens")
    return "\n".join(rows)


@evidence("q21-case-sparse-no-gain")
def sparse_no_gain() -> str:
    values = 8e9
    forms = (
        ("dense FP16", 16.0),
        ("50 % zeros, dense FP16", 16.0),
        ("50 % zeros, 16-bit index", 0.5 * 32),
        ("50 % zeros, bitmap", 9.0),
        ("dense INT8", 8.0),
    )
    rows = ["weights of 8B                 bytes read  ms/token"]
    for name, bits in forms:
        size = values * bits / 8
        rows.append(f"{name:<28} {size / 1e9:>8.1f} GB {size / 3.35e12 * 1000:>9.2f}")
    return "\n".join(rows)
