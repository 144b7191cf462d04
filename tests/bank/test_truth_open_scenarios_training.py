"""The evidence shown by the scenarios of sections 19, 20 and 22, computed anew."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
import torch
import torch.nn.functional as F

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


# --- section 20


@evidence("q20-case-accumulated-means")
def accumulated_means() -> str:
    losses, tokens = np.array([3.1, 1.2, 1.1, 1.0]), np.array([40, 1900, 2000, 2048])
    rows = [f"{n + 1:>10} {tokens[n]:>6,} {losses[n]:>10.2f}" for n in range(4)]
    pooled = float((losses * tokens).sum() / tokens.sum())
    ends = [f"logged loss, 4 micro-batches: {losses.mean():.3f}", f"same tokens as one batch:     {pooled:.3f}"]
    return "\n".join(["micro-batch tokens  mean loss", *rows, *ends])


@evidence("q20-case-stuck-weights")
def stuck_weights() -> str:
    weights = torch.randn(200_000, generator=torch.Generator().manual_seed(0)) * 0.02
    rows = ["step size  weights changed (BF16)  weights changed (FP32)"]
    for size in (1e-3, 1e-4, 1e-5, 1e-6):
        shares = [float(((w := weights.to(d)) - size != w).float().mean()) for d in (torch.bfloat16, torch.float32)]
        rows.append(f"{size:<10.6f} {100 * shares[0]:>10.1f} % {100 * shares[1]:>22.1f} %")
    return "\n".join(rows)


@evidence("q20-case-falling-scale")
def falling_scale() -> str:
    activation, scale = 58_000.0, 65536.0
    rows = ["step   loss scale  largest activation  gradients  update"]
    for step in range(2000, 2012):
        finite = bool(torch.tensor(activation).half().isfinite())
        rows.append(
            f"{step:,} {scale:>12,.0f} {activation:>19,.0f}  {'finite     done' if finite else 'inf        skipped'}"
        )
        scale = scale if finite else scale / 2
        activation *= 1.05 if finite else 1.0
    return "\n".join(rows)


@evidence("q20-case-slowest-rank")
def slowest_rank() -> str:
    times = np.random.default_rng(0).lognormal(math.log(400), 0.08, (2000, 1024))
    rows = ["ranks  median rank (ms)  step time (ms)"]
    for ranks in (8, 64, 256, 1024):
        part = times[:, :ranks]
        rows.append(f"{ranks:>5,} {np.median(part):>17.0f} {part.max(axis=1).mean():>15.0f}")
    return "\n".join(rows)


@evidence("q20-case-same-shuffle")
def same_shuffle() -> str:
    rng = np.random.default_rng(0)
    rows = ["ranks  global batch  gradient noise  distinct per epoch"]
    for ranks in (1, 2, 4, 8):
        noise = rng.normal(size=(4000, 32)).mean(axis=1).std()
        rows.append(f"{ranks:>5} {32 * ranks:>13} {noise:>15.3f} {1_000_000 // ranks:>19,}")
    return "\n".join(rows)


@evidence("q20-case-early-ema")
def early_ema() -> str:
    rows = ["step     EMA distance from raw  share of initial weights"]
    raw = ema = 0.0
    for step in range(1, 50_001):
        raw += (1.0 - raw) / 1000
        ema = 0.9999 * ema + 0.0001 * raw
        if step in (1000, 5000, 10_000, 20_000, 50_000):
            rows.append(f"{step:<8,} {raw - ema:>20.2f} {100 * 0.9999**step:>23.1f} %")
    return "\n".join(rows)


@evidence("q20-case-resume-bump")
def resume_bump() -> str:
    """A noisy quadratic; the second run gets weights and step count from its checkpoint, but no moments."""
    rng = np.random.default_rng(1)
    curvature = np.logspace(-2, 2, 50)
    noise = rng.normal(size=(1300, 50)) * curvature

    def run(forget: bool) -> list[float]:
        x, m, v, losses = np.ones(50), np.zeros(50), np.zeros(50), []
        for step in range(1, 1031):
            if forget and step == 1001:
                m, v = np.zeros(50), np.zeros(50)
            g = curvature * x + 0.1 * noise[step]
            m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
            x = x - 0.002 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
            losses.append(float(0.5 * (curvature * x * x).sum()))
        return losses

    kept, forgotten = run(forget=False), run(forget=True)
    rows = ["step   uninterrupted  resumed at 1,000"]
    shown = (1000, 1001, 1003, 1005, 1010, 1020, 1030)
    return "\n".join(rows + [f"{s:<6,} {kept[s - 1]:>13.3f} {forgotten[s - 1]:>17.3f}" for s in shown])


@evidence("q20-case-two-over-rate")
def two_over_rate() -> str:
    rows = ["step   rate 0.0190   rate 0.0200   rate 0.0210"]
    for step in (0, 1, 2, 5, 10, 20, 40):
        losses = [50.0 * (1 - 100 * rate) ** (2 * step) for rate in (0.019, 0.020, 0.021)]
        rows.append(f"{step:<4}" + "".join(f"{loss:>14.2f}" for loss in losses))
    return "\n".join(rows)


# --- section 22


@evidence("q22-case-tiny-spread")
def tiny_spread() -> str:
    groups = {"A": [0.10, 0.90, 0.20, 0.80], "B": [0.700, 0.701, 0.700, 0.701]}
    rows = ["group  rewards                        largest |advantage|"]
    for name, rewards in groups.items():
        r = np.array(rewards)
        advantage = (r - r.mean()) / (r.std() + 1e-8)
        rows.append(f"{name:<6} {'  '.join(f'{x:.3f}' for x in rewards):<30} {abs(advantage).max():>10.2f}")
    return "\n".join(rows)


@evidence("q22-case-growing-wrong")
def growing_wrong() -> str:
    rows = ["tokens of a wrong answer  push per token, advantage -1"]
    return "\n".join(rows + [f"{n:>8,} {-1 / n:>34.5f}" for n in (200, 500, 1000, 4000, 8000)])


@evidence("q22-case-negative-kl")
def negative_kl() -> str:
    rng = np.random.default_rng(3)
    p, q = np.array([0.50, 0.30, 0.20]), np.array([0.55, 0.28, 0.17])
    rows = ["batch  mean log(p/q)  mean of (r - 1) - log r"]
    for batch in range(1, 7):
        log_r = np.log(q / p)[rng.choice(3, size=64, p=p)]
        rows.append(f"{batch:<6} {(-log_r).mean():>13.4f} {(np.exp(log_r) - 1 - log_r).mean():>24.4f}")
    return "\n".join([*rows, f"exact KL(p, q): {float((p * np.log(p / q)).sum()):.4f}"])


@evidence("q22-case-long-ratios")
def long_ratios() -> str:
    rng = np.random.default_rng(0)
    rows = ["tokens  whole-sequence ratio, 5th to 95th percentile"]
    for n in (10, 100, 1000, 4000):
        low, high = np.percentile(np.exp(rng.normal(0, 0.03 * math.sqrt(n), 200_000)), [5, 95])
        rows.append(f"{n:>6,} {low:>22.2f} to {high:.2f}")
    return "\n".join(rows)


@evidence("q22-case-chosen-falls")
def chosen_falls() -> str:
    """DPO on a softmax over six answers; two others point along the difference of chosen and rejected."""
    features = torch.tensor([[1, 0.3], [1, -0.3], [0, 2.0], [0, 1.5], [-1, 0], [-1, -1]])
    w = torch.tensor([1.5, 0.0], requires_grad=True)
    start = F.log_softmax(features @ w.detach(), dim=0)
    rows = ["step  margin  log p(chosen)  log p(rejected)  p(others)"]
    for step in range(201):
        log_p = F.log_softmax(features @ w, dim=0)
        margin = (log_p - start)[0] - (log_p - start)[1]
        if step in (0, 10, 30, 60, 100, 200):
            first, second, others = log_p[0].item(), log_p[1].item(), log_p[2:].exp().sum().item()
            rows.append(f"{step:<5} {margin.item():>6.2f} {first:>13.2f} {second:>16.2f} {others:>11.2f}")
        (grad,) = torch.autograd.grad(-F.logsigmoid(margin), w)
        w = (w - 0.1 * grad).detach().requires_grad_()
    return "\n".join(rows)


@evidence("q22-case-clipped-rise")
def clipped_rise() -> str:
    rows = ["old probability  most that the clip rewards, eps 0.2"]
    return "\n".join(rows + [f"{p:>8.4f} {min(1.0, 1.2 * p):>28.4f}" for p in (0.001, 0.01, 0.1, 0.5, 0.9)])


@evidence("q22-case-cut-answers")
def cut_answers() -> str:
    rng = np.random.default_rng(0)
    rows = ["step  mean tokens  cut at 4,096  right if finished  reward"]
    for step, median in ((0, 1200), (100, 1800), (200, 2600), (300, 3600)):
        lengths = rng.lognormal(math.log(median), 0.6, 400_000)
        cut, right = float((lengths > 4096).mean()), 0.50 + step / 1500
        mean = np.minimum(lengths, 4096).mean()
        rows.append(f"{step:<5} {mean:>10,.0f} {100 * cut:>11.0f} % {100 * right:>16.0f} % {right * (1 - cut):>8.2f}")
    return "\n".join(rows)
