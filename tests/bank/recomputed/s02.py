"""Section 2."""

from __future__ import annotations

import cmath
import itertools
import math
from statistics import NormalDist

import numpy as np
import torch
import torch.nn.functional as F
from torch.utils.flop_counter import FlopCounterMode

from tests.bank.recomputing import (
    cross_entropy,
    crossing,
    integral,
    lowest,
    nbytes,
    recomputes,
    values_with,
    weights,
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


@recomputes("q02-accuracy-interval")
def half_width_of_the_accuracy(p: int, n: int) -> float:
    """From the variance of the recorded right and wrong answers."""
    right = n * p // 100
    answers = torch.tensor([100.0] * right + [0.0] * (n - right), dtype=torch.float64)
    return NormalDist().inv_cdf(0.975) * math.sqrt(answers.var(correction=0).item() / n)


@recomputes("q02-cluster-factor")
def variance_of_a_document(m: int, r: float) -> float:
    """Of the mean over one document, against independent questions: all entries of the two covariances."""
    together = torch.full((m, m), r, dtype=torch.float64).fill_diagonal_(1)
    return (together.sum() / torch.eye(m).sum()).item()


@recomputes("q02-ensemble-variance")
def variance_of_the_average(M: int, v: float, r: float) -> float:
    covariance = torch.full((M, M), r * v, dtype=torch.float64).fill_diagonal_(v)
    share = torch.full((M,), 1 / M, dtype=torch.float64)
    return (share @ covariance @ share).item()


@recomputes("q02-false-alarms")
def chance_of_an_alarm(m: int) -> float:
    """The first alarm comes at the first test, or the second, or the third ..."""
    return sum(0.95**quiet * 0.05 for quiet in range(m))


@recomputes("q02-gmm-parameters")
def parameters_of_a_mixture(K: int, d: int) -> float:
    """The last weight follows from the others; a covariance is symmetric."""
    covariance = sum(1 for _ in itertools.combinations_with_replacement(range(d), 2))
    return sum(d + covariance for _ in range(K)) + len(range(1, K))


@recomputes("q02-hinge-uint8")
def hinge_by_torch(s: float) -> float:
    y = 2 * torch.tensor([0], dtype=torch.uint8) - 1
    return F.relu(1 - y * torch.tensor([s], dtype=torch.float64)).item()


@recomputes("q02-kernel-features")
def rank_of_the_gram_matrix(d: int) -> float:
    x = torch.randn(200, d, generator=torch.Generator().manual_seed(0), dtype=torch.float64)
    return int(torch.linalg.matrix_rank((x @ x.T + 1) ** 2))


@recomputes("q02-kernel-gram")
def gigabytes_of_a_gram_matrix(n: int) -> float:
    return nbytes(torch.float64, n * 1000, n * 1000) / 10**9


@recomputes("q02-kl-mean-shift")
def divergence_by_torch(d: int, s: float, r: float) -> float:
    """The shift is spread evenly over the axes."""
    near = torch.distributions.Normal(torch.zeros(d, dtype=torch.float64), s)
    far = torch.distributions.Normal(torch.full((d,), r / math.sqrt(d), dtype=torch.float64), s)
    return torch.distributions.kl_divergence(near, far).sum().item()


@recomputes("q02-kmeans-cost")
def trillions_of_products(n: int, d: int, k: int) -> float:
    points, centers = (torch.empty(rows, d, device="meta") for rows in (n * 10**6, k * 10**3))
    with FlopCounterMode(display=False) as counter:
        points @ centers.T
    return counter.get_total_flops() / 2 / 10**12


@recomputes("q02-kmeanspp")
def chance_of_the_far_point(a: int, b: int, c: int) -> float:
    squared = [(point - 0) ** 2 for point in (0, a, b, c)]
    return squared[-1] / sum(squared)


@recomputes("q02-label-smoothing-floor")
def floor_of_smoothed_labels(K: int, e: float) -> float:
    """By torch's own loss, at the logits whose softmax is the target."""
    target = torch.full((K,), e / K, dtype=torch.float64)
    target[0] += 1 - e
    return F.cross_entropy(target.log(), torch.tensor(0), label_smoothing=e).item()


@recomputes("q02-layernorm-params")
def parameters_of_a_layer_norm(C: int, H: int) -> float:
    return weights(torch.nn.LayerNorm((C, H, H), device="meta"))


@recomputes("q02-low-rank-error")
def error_of_rank_two(a: float, b: float, c: float, d: float) -> float:
    """Cuts a rotated matrix of these singular values."""
    generator = torch.Generator().manual_seed(0)
    left, right = (torch.linalg.qr(torch.randn(4, 4, generator=generator, dtype=torch.float64)).Q for _ in range(2))
    matrix = left @ torch.diag(torch.tensor([a, b, c, d], dtype=torch.float64)) @ right
    u, s, v = torch.linalg.svd(matrix)
    return torch.linalg.matrix_norm(matrix - u[:, :2] @ torch.diag(s[:2]) @ v[:2]).item()


@recomputes("q02-low-rank-storage")
def rank_that_saves_nothing(m: int, n: int) -> float:
    return crossing(lambda r: (m * r + r * n) - m * n, 0, m)


@recomputes("q02-mcnemar")
def chi_squared_of_discordant_pairs(b: int, c: int) -> float:
    """Pearson's statistic against an even split of the images on which only one is right."""
    expected = (b + c) / 2
    return sum((count - expected) ** 2 / expected for count in (b, c))


@recomputes("q02-paired-variance")
def deviation_of_a_difference(a: float, b: float, r: float) -> float:
    covariance = torch.tensor([[a * a, r * a * b], [r * a * b, b * b]], dtype=torch.float64)
    contrast = torch.tensor([1, -1], dtype=torch.float64)
    return (contrast @ covariance @ contrast).sqrt().item()


@recomputes("q02-pca-explained")
def share_of_the_first_component_of_the_variance(a: float, b: float, c: float) -> float:
    """The eigenvalues of the covariance, from centered data with these singular values."""
    zero_mean = torch.tensor([[1, 1, -1, -1], [1, -1, 1, -1], [1, -1, -1, 1]], dtype=torch.float64).T / 2
    data = zero_mean @ torch.diag(torch.tensor([a, b, c], dtype=torch.float64))
    variances = torch.linalg.eigvalsh(torch.cov(data.T))
    return (variances.max() / variances.sum()).item()


@recomputes("q02-point-plane")
def distance_to_the_line(u: float, v: float, b: float) -> float:
    """Searches the line for its nearest point."""
    nearest = lowest(lambda x: math.dist((4, 5), (x, (b - u * x) / v)), -100, 100)
    return math.dist((4, 5), (nearest, (b - u * nearest) / v))


@recomputes("q02-posterior-predictive")
def chance_of_heads(k: int, n: int, a: int, b: int) -> float:
    """By quadrature over the unknown probability."""

    def posterior(p: np.ndarray) -> np.ndarray:
        return p ** (k + a - 1) * (1 - p) ** (n - k + b - 1)

    return integral(lambda p: p * posterior(p), 0, 1) / integral(posterior, 0, 1)


@recomputes("q02-power-items")
def items_for_a_power(s: float, d: float) -> float:
    """The true difference lies a power quantile above the edge of the interval around zero."""
    normal = NormalDist()

    def power(n: float) -> float:
        return normal.cdf(d / (s / math.sqrt(n)) - normal.inv_cdf(0.975))

    return crossing(lambda n: power(n) - 0.8, 1, 1e6)


@recomputes("q02-rbf-width")
def kernel_at_a_distance(s: float, r: float) -> float:
    """The density of a Gaussian of that width, against its peak."""
    bell = NormalDist(0, s)
    return bell.pdf(r) / bell.pdf(0)


@recomputes("q02-seeds-interval")
def half_width_of_five_seeds(s: float) -> float:
    """The quantile of Student's t with four degrees of freedom, by integrating its density."""

    def density(t: np.ndarray) -> np.ndarray:
        return math.gamma(2.5) / (math.sqrt(4 * math.pi) * math.gamma(2)) * (1 + t**2 / 4) ** -2.5

    quantile = crossing(lambda t: integral(density, 0, t) - 0.475, 0, 10)
    return quantile * s / math.sqrt(5)


@recomputes("q02-silhouette")
def silhouette_of_a_point(a: float, b: float) -> float:
    """One minus the ratio of the two distances where the point sits well, the ratio minus one where not."""
    return 1 - a / b if a < b else b / a - 1


@recomputes("q02-smooth-l1-factor")
def gradients_by_torch(d: float) -> float:
    """Inside and outside the quadratic part alike."""
    ratios = []
    for error in (0.3 * d, 3 * d):
        gradients = []
        for loss in (torch.nn.HuberLoss(delta=d), torch.nn.SmoothL1Loss(beta=d)):
            x = torch.tensor([error], dtype=torch.float64, requires_grad=True)
            loss(x, torch.zeros_like(x)).backward()
            assert x.grad is not None
            gradients.append(x.grad.item())
        ratios.append(gradients[1] / gradients[0])
    assert math.isclose(*ratios)
    return ratios[0]


@recomputes("q02-stable-rank")
def stable_rank_by_norms(a: float, k: int, b: float) -> float:
    matrix = torch.diag(torch.tensor([a] + [b] * k, dtype=torch.float64))
    return (torch.linalg.matrix_norm(matrix) ** 2 / torch.linalg.matrix_norm(matrix, ord=2) ** 2).item()


@recomputes("q02-triplet-active")
def growth_of_the_gradient(n: int, a: int) -> float:
    """On losses that are a weight times the triplet's slope, zero for the inactive ones."""
    slopes = [1.0] * a + [0.0] * (n - a)
    return (math.fsum(slopes) / a) / (math.fsum(slopes) / n)


@recomputes("q02-triplet-count")
def triplets_of_a_batch(P: int, K: int) -> float:
    """For every ordered pair of one identity, all images of the others."""
    identity = torch.arange(P).repeat_interleave(K)
    same = identity[:, None] == identity[None]
    positives = same.sum(1) - 1
    negatives = (~same).sum(1)
    return int((positives * negatives).sum())
