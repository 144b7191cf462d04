"""The numbers and formulas that section 2 teaches, computed by simulation, counting, torch and numerical search."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from statistics import NormalDist, fmean

import numpy as np
import pytest
import sympy
import torch
import torch.nn.functional as F

from interview_cli.domain import formula as formulas
from interview_cli.domain.items.question import Numeric
from interview_cli.domain.items.shown import draw
from tests.bank.truth import formula, numeric, wrong
from tests.packaged import packaged

Case = tuple[str, dict[str, float], float]


# --- independent routes -----------------------------------------------------------------------------------------------


def lowest_place(function: Callable[[float], float], low: float, high: float) -> float:
    """Where a function with one valley is smallest, by golden-section search."""
    ratio = (math.sqrt(5) - 1) / 2
    for _ in range(200):
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, right) if function(left) < function(right) else (left, high)
    return (low + high) / 2


def integral(function: Callable[[np.ndarray], np.ndarray], low: float, high: float, pieces: int = 400_000) -> float:
    """The midpoint rule."""
    x = low + (np.arange(pieces) + 0.5) * (high - low) / pieces
    return float(function(x).sum() * (high - low) / pieces)


def density(x: np.ndarray, mean: float, deviation: float) -> np.ndarray:
    return np.exp(-((x - mean) ** 2) / (2 * deviation**2)) / (deviation * math.sqrt(2 * math.pi))


def kl_by_integration(m_1: float, s_1: float, m_2: float, s_2: float) -> float:
    def integrand(x: np.ndarray) -> np.ndarray:
        p, q = density(x, m_1, s_1), density(x, m_2, s_2)
        return np.where(p > 1e-300, p * np.log(np.maximum(p, 1e-300) / q), 0)

    return integral(integrand, m_1 - 9 * s_1, m_1 + 9 * s_1)


def matrix_with(singular: Sequence[float], rows: int = 130, columns: int = 120) -> np.ndarray:
    rng = np.random.default_rng(3)
    left = np.linalg.qr(rng.normal(size=(rows, len(singular))))[0]
    right = np.linalg.qr(rng.normal(size=(columns, len(singular))))[0]
    product: np.ndarray = left @ np.diag(singular) @ right.T
    return product


def exchangeable(count: int, variance: float, correlation: float) -> np.ndarray:
    """The covariance matrix of equally correlated variables."""
    return variance * (correlation * np.ones((count, count)) + (1 - correlation) * np.eye(count))


def free_parameters(components: int, width: int) -> int:
    """Entries of the means, of one triangle of each covariance, and of the weights but one."""
    triangle = len(list(itertools.combinations_with_replacement(range(width), 2)))
    return sum(width + triangle for _ in range(components)) + len(range(1, components))


def triplets(identities: int, images: int) -> int:
    batch = [(who, image) for who in range(identities) for image in range(images)]
    positives = sum(a[0] == p[0] and a != p for a in batch for p in batch)
    return positives * sum(one[0] != 0 for one in batch)


def monomials(width: int) -> int:
    """The different terms of the squared kernel, by expansion."""
    x = sympy.symbols(f"x:{width}")
    y = sympy.symbols(f"y:{width}")
    kernel = sympy.expand((sum(a * b for a, b in zip(x, y, strict=True)) + 1) ** 2)
    return len(sympy.Add.make_args(kernel))


def student_quantile(freedom: int, below: float) -> float:
    """By integrating the density of Student's distribution up to the point, and bisection."""
    constant = math.gamma((freedom + 1) / 2) / (math.sqrt(freedom * math.pi) * math.gamma(freedom / 2))
    low, high = 0.0, 50.0
    for _ in range(60):
        middle = (low + high) / 2
        mass = integral(lambda t: constant * (1 + t * t / freedom) ** (-(freedom + 1) / 2), 0, middle, 20_000)
        low, high = (middle, high) if 0.5 + mass < below else (low, middle)
    return low


def items_for_power(deviation: float, effect: float, power: float) -> float:
    """At which number of items a two-sided test at 5 % finds the effect so often; the far tail counts too."""
    normal = NormalDist()
    low, high = 1.0, 1e8
    for _ in range(100):
        items = (low + high) / 2
        shift = effect * math.sqrt(items) / deviation
        found = normal.cdf(shift - normal.inv_cdf(0.975)) + normal.cdf(-shift - normal.inv_cdf(0.975))
        low, high = (items, high) if found < power else (low, items)
    return low


def posterior_mean(heads: int, tosses: int, a: float, b: float) -> float:
    """Of the probability of heads, by integration of prior times likelihood."""

    def weight(p: np.ndarray) -> np.ndarray:
        return p ** (heads + a - 1) * (1 - p) ** (tosses - heads + b - 1)

    return integral(lambda p: p * weight(p), 0, 1) / integral(weight, 0, 1)


def folded_bias(b: float, m: float, v: float, g: float, s: float, eps: float) -> float:
    """What convolution and BatchNorm in evaluation mode make of an image of zeros."""
    convolution, norm = torch.nn.Conv2d(2, 1, 3).double(), torch.nn.BatchNorm2d(1, eps=eps).double().eval()
    assert convolution.bias is not None and norm.running_mean is not None and norm.running_var is not None
    with torch.no_grad():
        convolution.bias.fill_(b)
        norm.weight.fill_(g)
        norm.bias.fill_(s)
        norm.running_mean.fill_(m)
        norm.running_var.fill_(v)
        return float(norm(convolution(torch.zeros(1, 2, 3, 3, dtype=torch.float64))))


# --- numeric items ----------------------------------------------------------------------------------------------------


def numbers() -> Iterator[Case]:
    """(item, parameters, the same number computed in another way)."""
    yield "q02-posterior-predictive", {"k": 9, "n": 10, "a": 2, "b": 3}, posterior_mean(9, 10, 2, 3)
    yield "q02-posterior-predictive", {"k": 8, "n": 12, "a": 2, "b": 5}, posterior_mean(8, 12, 2, 5)
    residual = torch.tensor([5.0], requires_grad=True)
    slopes = [
        torch.autograd.grad(loss(residual, torch.zeros(1)), residual)[0].item()
        for loss in (torch.nn.SmoothL1Loss(beta=0.2), torch.nn.HuberLoss(delta=0.2))
    ]
    yield "q02-smooth-l1-factor", {"d": 0.2}, slopes[0] / slopes[1]
    smoothed = F.cross_entropy(
        torch.full((1, 10), 0.02).index_fill(1, torch.tensor([3]), 1 - 9 * 0.02).log(),
        torch.tensor([3]),
        label_smoothing=0.2,
    )
    yield "q02-label-smoothing-floor", {"K": 10, "e": 0.2}, smoothed.item()
    labels = 2 * torch.tensor([0], dtype=torch.uint8) - 1
    yield "q02-hinge-uint8", {"s": -0.4}, torch.relu(1 - labels * torch.tensor([-0.4])).item()
    losses = torch.zeros(2000).index_fill(0, torch.arange(50), 0.7)
    yield "q02-triplet-active", {"n": 2000, "a": 50}, (losses[losses > 0].mean() / losses.mean()).item()
    for identities, images in ((8, 4), (16, 8)):
        yield "q02-triplet-count", {"P": identities, "K": images}, triplets(identities, images)
    rng = np.random.default_rng(0)
    direction = rng.normal(size=16)
    shifted = torch.tensor(3 * direction / np.linalg.norm(direction))
    clouds = [
        torch.distributions.MultivariateNormal(mean, 1.5**2 * torch.eye(16, dtype=torch.float64))
        for mean in (torch.zeros(16, dtype=torch.float64), shifted)
    ]
    yield "q02-kl-mean-shift", {"d": 16, "s": 1.5, "r": 3}, torch.distributions.kl_divergence(*clouds).item()
    layer = torch.nn.LayerNorm((96, 14, 14), device="meta")
    yield "q02-layernorm-params", {"C": 96, "H": 14}, sum(p.numel() for p in layer.parameters())

    yield "q02-gmm-parameters", {"K": 3, "d": 5}, free_parameters(3, 5)
    yield "q02-gmm-parameters", {"K": 5, "d": 10}, free_parameters(5, 10)
    comparisons = torch.empty(10_000, 1, 768, device="meta") * torch.empty(1, 4_000, 768, device="meta")
    yield "q02-kmeans-cost", {"n": 10, "d": 768, "k": 4}, comparisons.numel() * 1_000 / 1e12
    points = np.array([0.0, 2, 3, 8])
    nearest = (points - points[0]) ** 2
    drawn = np.random.default_rng(1).choice(4, size=2_000_000, p=nearest / nearest.sum())
    yield "q02-kmeanspp", {"a": 2, "b": 3, "c": 8}, float((drawn == 3).mean())
    own, other = [1.0, 3.0], [1.5, 0.9]
    yield "q02-silhouette", {"a": 2, "b": 1.2}, (fmean(other) - fmean(own)) / max(fmean(other), fmean(own))

    foot = np.linalg.lstsq(np.array([[3.0, 8.0]]), np.array([10 - 3 * 4 - 8 * 5.0]), rcond=None)[0]
    yield "q02-point-plane", {"u": 3, "v": 8, "b": 10}, float(np.linalg.norm(foot))
    for width in (3, 4, 5):
        yield "q02-kernel-features", {"d": width}, monomials(width)
    yield "q02-kernel-gram", {"n": 50}, torch.empty(50_000, 50_000, dtype=torch.float64, device="meta").nbytes / 1e9
    ratio = NormalDist(0, 2.5).pdf(3) / NormalDist(0, 2.5).pdf(0)
    yield "q02-rbf-width", {"s": 2.5, "r": 3}, ratio

    data = matrix_with([8, 4, 2])
    yield "q02-pca-explained", {"a": 8, "b": 4, "c": 2}, float(np.linalg.eigvalsh(data.T @ data)[-1] / (data**2).sum())
    matrix = matrix_with([20, 9, 6, 3])
    u, s, v = np.linalg.svd(matrix, full_matrices=False)
    rest = matrix - (u[:, :2] * s[:2]) @ v[:2]
    yield "q02-low-rank-error", {"a": 20, "b": 9, "c": 6, "d": 3}, float(np.sqrt((rest**2).sum()))
    saving = [rank for rank in range(1, 5000) if rank * 4096 + 11008 * rank < 4096 * 11008]
    assert saving[-1] < numeric("q02-low-rank-storage", m=4096, n=11008) <= saving[-1] + 1
    yield "q02-low-rank-storage", {"m": 4096, "n": 4096}, 4096 / 2
    spread = matrix_with([8.0] + [2.0] * 60)
    yield "q02-stable-rank", {"a": 8, "b": 2, "k": 60}, float((spread**2).sum() / np.linalg.norm(spread, 2) ** 2)

    members = np.full(10, 0.1)
    yield "q02-ensemble-variance", {"M": 10, "v": 4, "r": 0.2}, float(members @ exchangeable(10, 4, 0.2) @ members)
    chances = [math.comb(500, k) * 0.7**k * 0.3 ** (500 - k) for k in range(501)]
    spread_of_score = math.sqrt(sum(c * (k / 5 - 70) ** 2 for k, c in enumerate(chances)))
    yield "q02-accuracy-interval", {"p": 70, "n": 500}, NormalDist().inv_cdf(0.975) * spread_of_score
    yield "q02-seeds-interval", {"s": 0.6}, student_quantile(4, 0.975) * 0.6 / math.sqrt(5)
    answers = np.kron(np.eye(3), exchangeable(5, 1, 0.3))
    mean = np.full(15, 1 / 15)
    yield "q02-cluster-factor", {"m": 5, "r": 0.3}, float(mean @ answers @ mean) * 15
    contrast, scores = np.array([1.0, -1.0]), np.array([[144.0, 0.7 * 12 * 8], [0.7 * 12 * 8, 64.0]])
    yield "q02-paired-variance", {"a": 12, "b": 8, "r": 0.7}, math.sqrt(contrast @ scores @ contrast)
    expected = (70 + 45) / 2
    yield "q02-mcnemar", {"b": 70, "c": 45}, sum((seen - expected) ** 2 / expected for seen in (70, 45))
    yield "q02-false-alarms", {"m": 10}, sum(math.comb(10, k) * 0.05**k * 0.95 ** (10 - k) for k in range(1, 11))


@pytest.mark.parametrize(("item", "parameters", "expected"), list(numbers()))
def test_a_number_agrees_with_an_independent_computation(
    item: str, parameters: dict[str, float], expected: float
) -> None:
    assert numeric(item, **parameters) == pytest.approx(expected, rel=1e-3)


def test_the_number_of_items_gives_the_stated_power() -> None:
    assert numeric("q02-power-items", s=30, d=2) == pytest.approx(items_for_power(30, 2, 0.8), rel=2e-3)
    assert wrong("q02-power-items", "significance-only", s=30, d=2) == pytest.approx(
        items_for_power(30, 2, 0.5), rel=1e-2
    )


# --- formula items ----------------------------------------------------------------------------------------------------


def expressions() -> Iterator[Case]:
    """(item, values of its symbols, the same value computed in another way)."""
    waits = [0.3, 1.9, 0.7, 2.2]
    rate = lowest_place(lambda r: -sum(math.log(r) - r * wait for wait in waits), 0.01, 10)
    yield "q02-mle-exponential", {"n": 4, "S": sum(waits)}, rate
    residual = torch.tensor(-1.3, dtype=torch.float64, requires_grad=True)
    (slope,) = torch.autograd.grad((residual**2 + 0.4**2).sqrt(), residual)
    yield "q02-charbonnier-gradient", {"r": -1.3, "eps": 0.4}, slope.item()
    two = F.cross_entropy(torch.tensor([[1.3, -0.4]], dtype=torch.float64), torch.tensor([0])).item()
    yield "q02-ce-two-classes", {"d": -1.7}, two
    values = {"m_1": 0.4, "s_1": 1.3, "m_2": -0.9, "s_2": 0.8}
    yield "q02-kl-univariate", values, kl_by_integration(0.4, 1.3, -0.9, 0.8)
    parts = {"b": 0.7, "m": -1.2, "v": 2.3, "g": 1.4, "s": 0.5, "eps": 0.3}
    yield "q02-batchnorm-fold", parts, folded_bias(**parts)

    def mixture(x: np.ndarray) -> np.ndarray:
        return 0.3 * density(x, -1, 0.8) + 0.7 * density(x, 2.5, 0.8)

    mean = integral(lambda x: x * mixture(x), -12, 12)
    spread = integral(lambda x: (x - mean) ** 2 * mixture(x), -12, 12)
    yield "q02-gmm-variance", {"w": 0.3, "a": -1, "b": 2.5, "v": 0.64}, spread
    data = matrix_with([3.0, 1.5, 0.4])
    u, s, v = np.linalg.svd(data, full_matrices=False)
    inverse = np.linalg.solve(data.T @ data + 0.9 * np.eye(120), data.T)
    yield "q02-ridge-filter", {"sigma": s[2], "lam": 0.9}, float(v[2] @ inverse @ u[:, 2])

    def risk(c: float) -> float:
        """Of c times the mean of 4 samples of variance 3 around 1.5, each outcome of a two-valued noise weighted."""
        outcomes = itertools.product((-math.sqrt(3), math.sqrt(3)), repeat=4)
        return sum((c * (1.5 + sum(noise) / 4) - 1.5) ** 2 for noise in outcomes) / 16

    yield "q02-shrinkage-factor", {"mu": 1.5, "s": 3, "n": 4}, lowest_place(risk, 0, 2)


@pytest.mark.parametrize(("item", "values", "expected"), list(expressions()))
def test_a_formula_agrees_with_an_independent_computation(item: str, values: dict[str, float], expected: float) -> None:
    assert formula(item, **values) == pytest.approx(expected, rel=1e-6)


# --- tolerances -------------------------------------------------------------------------------------------------------

NUMERIC = [item for item in packaged().items.values() if isinstance(item, Numeric)]


@pytest.mark.parametrize("item", [item for item in NUMERIC if item.id.startswith("q02-")], ids=lambda item: item.id)
def test_neither_zero_nor_a_wrong_form_is_within_the_tolerance(item: Numeric) -> None:
    symbols = formulas.parameter_symbols(item.parameters)
    for seed in range(40):
        values = draw(item, seed)
        key = formulas.evaluate(formulas.parse(item.answer, symbols), values)
        room = item.tolerance.absolute or (item.tolerance.relative or 0) * abs(key)
        others = [formulas.evaluate(formulas.parse(one.form, symbols), values) for one in item.wrong]
        assert all(abs(key - other) > room for other in (0.0, *others)), (item.id, dict(values))


# --- statements of options, key points and explanations ---------------------------------------------------------------


def test_forward_kl_covers_both_modes_and_reverse_kl_takes_one() -> None:
    x = np.linspace(-8, 8, 4001)
    p = 0.5 * density(x, -3, 0.5) + 0.5 * density(x, 3, 0.5)

    def divergence(a: np.ndarray, b: np.ndarray) -> float:
        return float((a * np.log(np.maximum(a, 1e-300) / np.maximum(b, 1e-300))).sum())

    grid = [(m, s) for m in np.linspace(-4, 4, 33) for s in np.linspace(0.3, 4, 38)]
    forward = min(grid, key=lambda one: divergence(p, density(x, *one)))
    reverse = min(grid, key=lambda one: divergence(density(x, *one), p))
    assert forward == pytest.approx((0, math.sqrt(9.25)), abs=0.1)
    assert abs(reverse[0]) == pytest.approx(3, abs=0.3) and reverse[1] == pytest.approx(0.5, abs=0.1)


def test_jensen_shannon_of_disjoint_supports_is_log_2() -> None:
    p, q = np.array([0.5, 0.5, 0, 0]), np.array([0, 0, 0.2, 0.8])
    middle = (p + q) / 2
    halves = [(one[one > 0] * np.log(one[one > 0] / middle[one > 0])).sum() for one in (p, q)]
    assert sum(halves) / 2 == pytest.approx(math.log(2))


def test_map_moves_with_the_coordinates_and_maximum_likelihood_does_not() -> None:
    """An exponential prior on a variance, moved to the deviation with its Jacobian; samples 1 and -2."""

    def log_likelihood(v: float) -> float:
        return -math.log(v) - (1 + 4) / (2 * v)

    variance = lowest_place(lambda v: -(log_likelihood(v) - v), 0.05, 20)
    deviation = lowest_place(lambda s: -(log_likelihood(s * s) - s * s + math.log(2 * s)), 0.2, 5)
    assert abs(deviation**2 - variance) > 0.1
    assert lowest_place(lambda s: -log_likelihood(s * s), 0.2, 5) ** 2 == pytest.approx(
        lowest_place(lambda v: -log_likelihood(v), 0.05, 20), rel=1e-4
    )


def test_a_hand_written_norm_has_no_gradient_at_zero_and_torchs_has() -> None:
    a = torch.zeros(1, 3, requires_grad=True)
    (by_hand,) = torch.autograd.grad((a**2).sum(-1).sqrt().sum(), a)
    (by_torch,) = torch.autograd.grad(a.norm(dim=-1).sum(), a)
    assert by_hand.isnan().all() and not by_torch.any()


def test_columns_and_flat_vectors_broadcast_to_a_matrix() -> None:
    assert (1 - torch.ones(4) * torch.ones(4, 1)).shape == (4, 4)
    assert torch.relu(torch.ones(0)).mean().isnan()


def test_in_half_precision_a_gap_of_18_underflows() -> None:
    assert torch.tensor(-18.0).exp().half().item() == 0
    assert torch.tensor(-16.0).exp().half().item() > 0


def test_dbscan_on_a_line_has_two_core_points() -> None:
    points = [0, 1, 2, 3, 9]
    near = [[q for q in points if abs(p - q) <= 1] for p in points]
    core = [p for p, around in zip(points, near, strict=True) if len(around) >= 3]
    border = [p for p in points if p not in core and any(abs(p - c) <= 1 for c in core)]
    assert (core, border) == ([1, 2], [0, 3])


def test_group_norm_ends_in_layer_norm_and_instance_norm() -> None:
    x = torch.randn(2, 6, 4, 4, generator=torch.Generator().manual_seed(0))
    assert torch.allclose(F.group_norm(x, 1), F.layer_norm(x, (6, 4, 4)), atol=1e-5)
    assert torch.allclose(F.group_norm(x, 6), F.instance_norm(x), atol=1e-5)


def test_variance_can_lower_the_classification_error_of_a_biased_classifier() -> None:
    errors = [NormalDist(0.4, spread).cdf(0.5) for spread in (0.05, 0.2)]
    assert errors[0] > errors[1] > 0.5


def test_a_nilpotent_matrix_has_a_singular_value_that_is_no_eigenvalue() -> None:
    matrix = np.array([[0.0, 1], [0, 0]])
    assert np.linalg.svd(matrix)[1] == pytest.approx([1, 0])
    assert np.linalg.eigvals(matrix) == pytest.approx([0, 0])


def test_a_resample_holds_63_percent_of_the_items() -> None:
    rng = np.random.default_rng(5)
    distinct = [len(np.unique(rng.integers(1000, size=1000))) for _ in range(200)]
    assert float(np.mean(distinct)) == pytest.approx(632, abs=3)
