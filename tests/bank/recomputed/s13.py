"""Section 13."""

from __future__ import annotations

import math

import torch

from tests.bank.recomputing import (
    integral,
    linear,
    numel,
    recomputes,
    weights,
)


@recomputes("q13-adaln-parameters")
def parameters_of_modulation(d: int) -> float:
    outputs = [(part, what) for part in ("attention", "mlp") for what in ("shift", "scale", "gate")]
    return weights(torch.nn.Linear(d, d * len(outputs), device="meta"))


@recomputes("q13-adapter-cost")
def branch_over_adapter(cc: int, ca: int, steps: int) -> float:
    return sum(cc for _ in range(steps)) / ca


@recomputes("q13-joint-cost")
def joint_over_separate(ni: int, nt: int) -> float:
    return numel(ni + nt, ni + nt) / (numel(ni, ni) + numel(ni, nt))


@recomputes("q13-lora-count")
def parameters_of_lora(r: int, d: int, layers: int) -> float:
    query = value = weights(linear(d, r), linear(r, d))
    return sum(query + value for _ in range(layers))


@recomputes("q13-rank-and-scale")
def rslora_over_lora(r1: int, r2: int) -> float:
    alpha = 16
    lora = {r: alpha / r for r in (r1, r2)}
    alpha_rs = lora[r1] * math.sqrt(r1)
    return (alpha_rs / math.sqrt(r2)) / lora[r2]


@recomputes("q13-peft-std")
def deviation_of_uniform_entries(d: int) -> float:
    bound = 1 / math.sqrt(d)
    return math.sqrt(integral(lambda x: x**2 / (2 * bound), -bound, bound))


@recomputes("q13-three-dropouts")
def samples_without_any_prompt(p: float) -> float:
    left = 100.0
    for _ in range(3):
        left *= p / 100
    return left
