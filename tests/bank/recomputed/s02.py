"""Section 2."""

from __future__ import annotations

import cmath
import math
from statistics import NormalDist

import torch
import torch.nn.functional as F

from tests.bank.recomputing import (
    cross_entropy,
    lowest,
    recomputes,
    values_with,
)


@recomputes("q02-batchnorm-running")
def running_variance_by_torch(n: int, v: float) -> float:
    layer = torch.nn.BatchNorm1d(1, momentum=0.1, dtype=torch.float64)
    layer(torch.tensor(values_with(3, v, n))[:, None])
    assert layer.running_var is not None
    return layer.running_var.item()


@recomputes("q02-ce-double-softmax")
def floor_of_a_double_softmax(K: int) -> float:
    shares = [1 / K + (1 - 1 / K) * step / 20 for step in range(21)]
    return min(cross_entropy([share] + [(1 - share) / (K - 1)] * (K - 1), 0) for share in shares)


@recomputes("q02-ce-initial")
@recomputes("q17-initial-loss")
def loss_of_equal_logits(**classes: int) -> float:
    (count,) = classes.values()
    return cross_entropy([0.0] * count, 1)


@recomputes("q02-gmm-responsibility")
def share_of_the_first_component(w: float, x: float) -> float:
    densities = [w * NormalDist(-1, 1).pdf(x), (1 - w) * NormalDist(1, 1).pdf(x)]
    return densities[0] / sum(densities)


@recomputes("q02-group-norm-count")
def values_of_one_group(G: int, N: int, C: int, H: int) -> float:
    groups = torch.empty(N, C, H, H, device="meta").unflatten(1, (G, C // G))
    return groups[0, 0].numel()


@recomputes("q02-kl-value")
def divergence_of_coins(p: float, q: float) -> float:
    """What coding coin p with the code of coin q costs beyond its own entropy."""
    first, second = torch.tensor([p, 1 - p], dtype=torch.float64), torch.tensor([q, 1 - q], dtype=torch.float64)
    return (F.cross_entropy(second.log(), first) - torch.distributions.Categorical(first).entropy()).item()


@recomputes("q02-l1-minimiser")
def best_constant(a: int, b: int, c: int, d: int, o: int) -> float:
    return min(range(100), key=lambda guess: sum(abs(value - guess) for value in (a, b, c, d, o)))


@recomputes("q02-nll-ce-floor")
def floor_with_flipped_labels(r: float) -> float:
    def loss(p: float) -> float:
        return -(1 - r) * math.log(p) - r * math.log(1 - p)

    return loss(lowest(loss, 1e-6, 1 - 1e-6))


@recomputes("q02-rmsnorm-length")
def length_by_torch(d: int) -> float:
    x = torch.tensor(values_with(-0.3, 7, d))
    return F.rms_norm(x, (d,), eps=0.0).norm().item()


@recomputes("q02-token-means")
def means_of_a_layer_norm(N: int, T: int, D: int) -> float:
    return torch.empty(N, T, D, device="meta").mean(dim=-1).numel()


@recomputes("q02-triplet-value")
def loss_of_three_points(p: float, n: float, m: float) -> float:
    anchor, positive, negative = 1 + 0j, cmath.exp(1j * math.acos(p)), cmath.exp(-1j * math.acos(n))
    return max(0.0, abs(anchor - positive) ** 2 - abs(anchor - negative) ** 2 + m)
