"""The numbers and formulas that section 3 teaches, computed by simulation, integration, torch and counting."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import numpy as np
import pytest
import torch

from interview_cli.domain import formula as formulas
from interview_cli.domain.items.question import Numeric
from interview_cli.domain.items.shown import draw
from tests.bank.truth import formula, numeric, wrong
from tests.packaged import packaged

Case = tuple[str, dict[str, float], float]


# --- independent routes -----------------------------------------------------------------------------------------------


def derivative(value: torch.Tensor, at: torch.Tensor) -> float:
    (slope,) = torch.autograd.grad(value, at)
    return float(slope)


def best_game_value(data: list[float], generator: list[float]) -> float:
    """With the best of a million discriminator outputs at each outcome."""
    outputs = np.linspace(0, 1, 1_000_001)[1:-1]
    values = [p * np.log(outputs) + q * np.log1p(-outputs) for p, q in zip(data, generator, strict=True)]
    return sum(float(value.max()) for value in values)


def masked_after(tokens: int, steps: int, step: int) -> float:
    """The height of a quarter turn, taken in equal steps from the top."""
    angle = math.pi / 2 / steps
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    return tokens * float((np.linalg.matrix_power(turn, step) @ np.array([0.0, 1.0]))[1])


def mean_velocity(x: float, t: float) -> float:
    """The mean of noise minus data given the mixture, by integrating over the data."""
    data = np.linspace(-9, 9, 200_001)
    noise = (x - (1 - t) * data) / t
    weight = np.exp(-(data**2) / 2 - noise**2 / 2)
    return float((weight * (noise - data)).sum() / weight.sum())


def energy_distance(x: list[float], y: list[float]) -> float:
    """Twice the integral of the squared difference of the distribution functions, over equally likely values."""
    places = sorted({*x, *y})
    total = 0.0
    for low, high in itertools.pairwise(places):
        below = [sum(value <= low for value in sample) / len(sample) for sample in (x, y)]
        total += (below[0] - below[1]) ** 2 * (high - low)
    return 2 * total


def kept(probabilities: list[float], count: int) -> list[float]:
    logits = torch.tensor(probabilities, dtype=torch.float64).log()
    least = logits.topk(count).values[-1]
    return [float(share) for share in logits.masked_fill(logits < least, -math.inf).softmax(0)]


# --- numeric items ----------------------------------------------------------------------------------------------------


def numbers() -> Iterator[Case]:
    """(item, parameters, the same number computed in another way)."""
    short, long = torch.ones(50, requires_grad=True), torch.ones(450, requires_grad=True)
    ((short.mean() + long.mean()) / 2).backward()
    assert short.grad is not None
    assert long.grad is not None
    yield "q03-token-weight", {"a": 50, "b": 450}, float(short.grad[0] / long.grad[0])
    likelihood = math.exp(-120)
    yield "q03-perplexity", {"n": 60, "l": -120}, (1 / likelihood) ** (1 / 60)
    rest = [0.3, 0.2, 0.15, 0.1] + [0.05] * 5
    yield "q03-top-k-probability", {"a": 0.3}, kept(rest, 3)[0]
    yield "q03-energy-distance", {"a": 3}, energy_distance([0, 0], [0, 3])
    logits = torch.tensor([-1200 + math.log(0.3), -1201.5 + math.log(0.7)], dtype=torch.float64)
    yield "q03-bayes-classifier", {"p": 0.3, "a": -1200, "b": -1201.5}, logits.softmax(0)[0].item()
    mixing = np.kron(np.eye(16 * 16), 1.05 ** (1 / 3) * np.eye(3))
    yield "q03-glow-mixing", {"h": 16, "d": 1.05}, float(np.linalg.slogdet(mixing)[1])
    yield "q03-bits-per-dimension", {"n": 3072, "l": -10500}, math.log2(math.exp(-10500 / 3072) * 256)
    yield "q03-game-value", {"a": 0.2, "b": 0.7}, best_game_value([0.2, 0.8], [0.7, 0.3])
    yield "q03-game-value", {"a": 0.3, "b": 0.9}, best_game_value([0.3, 0.7], [0.9, 0.1])
    yield "q03-maskgit-masked", {"n": 256, "T": 8, "k": 3}, masked_after(256, 8, 3)
    maps = [torch.empty(side, side, device="meta") for side in (1, 2, 3, 4, 8, 16)]
    yield "q03-var-tokens", {"a": 8, "b": 16}, sum(tokens.numel() for tokens in maps)


@pytest.mark.parametrize(("item", "parameters", "expected"), list(numbers()))
def test_a_number_agrees_with_an_independent_computation(
    item: str, parameters: dict[str, float], expected: float
) -> None:
    assert numeric(item, **parameters) == pytest.approx(expected, rel=1e-6)


# --- formula items ----------------------------------------------------------------------------------------------------


def expressions() -> Iterator[Case]:
    """(item, values of its symbols, the same value computed in another way)."""
    theta = torch.tensor(1.7, dtype=torch.float64, requires_grad=True)
    grid = torch.linspace(-12, 12, 200_001, dtype=torch.float64)
    log_partition = (-theta * grid**2 / 2).logsumexp(0)
    slope = derivative(-theta * 0.9**2 / 2 - log_partition, theta)
    yield "q03-ebm-gradient", {"x": 0.9, "theta": 1.7}, slope
    x, s, t = -0.7, 0.4, 1.1
    yield "q03-coupling-inverse", {"y": x * math.exp(s) + t, "s": s, "t": t}, x
    point = torch.tensor([0.3, -2.0], dtype=torch.float64, requires_grad=True)
    (gradient,) = torch.autograd.grad(1.5 * point[0] - 0.8 * point[1], point)
    yield "q03-gradient-penalty", {"a": 1.5, "b": -0.8}, 10 * float((gradient.norm() - 1) ** 2)
    time = torch.tensor(0.3, dtype=torch.float64, requires_grad=True)
    path = (math.pi * time / 2).cos() * 0.6 + (math.pi * time / 2).sin() * -1.4
    yield "q03-path-velocity", {"x_0": 0.6, "eps": -1.4, "t": 0.3}, derivative(path, time)
    for place, when in ((0.8, 0.3), (-1.2, 0.9)):
        yield "q03-marginal-velocity", {"x": place, "t": when}, mean_velocity(place, when)


@pytest.mark.parametrize(("item", "values", "expected"), list(expressions()))
def test_a_formula_agrees_with_an_independent_computation(item: str, values: dict[str, float], expected: float) -> None:
    assert formula(item, **values) == pytest.approx(expected, rel=1e-6)


# --- tolerances -------------------------------------------------------------------------------------------------------

NUMERIC = [item for item in packaged().items.values() if isinstance(item, Numeric)]


@pytest.mark.parametrize("item", [item for item in NUMERIC if item.id.startswith("q03-")], ids=lambda item: item.id)
def test_neither_zero_nor_a_wrong_form_is_within_the_tolerance(item: Numeric) -> None:
    symbols = formulas.parameter_symbols(item.parameters)
    for seed in range(40):
        values = draw(item, seed)
        key = formulas.evaluate(formulas.parse(item.answer, symbols), values)
        room = item.tolerance.absolute or (item.tolerance.relative or 0) * abs(key)
        others = [formulas.evaluate(formulas.parse(one.form, symbols), values) for one in item.wrong]
        assert all(abs(key - other) > room for other in (0.0, *others)), (item.id, dict(values))


# --- statements of options, key points and explanations ---------------------------------------------------------------


def test_the_wrong_form_of_the_game_is_the_jensen_shannon_divergence() -> None:
    p, q = np.array([0.2, 0.8]), np.array([0.7, 0.3])
    middle = (p + q) / 2
    divergence = ((p * np.log(p / middle)).sum() + (q * np.log(q / middle)).sum()) / 2
    assert wrong("q03-game-value", "jensen-shannon", a=0.2, b=0.7) == pytest.approx(divergence)
    assert numeric("q03-game-value", a=0.2, b=0.7) == pytest.approx(2 * divergence - math.log(4))


def test_var_has_680_tokens() -> None:
    assert sum(side**2 for side in (1, 2, 3, 4, 5, 6, 8, 10, 13, 16)) == 680


def test_a_low_temperature_before_the_cut_keeps_fewer_tokens() -> None:
    logits = torch.tensor([2.0, 1.5, 1.0, 0.5, 0.0])

    def nucleus(scores: torch.Tensor) -> int:
        return int((scores.softmax(0).cumsum(0) < 0.9).sum()) + 1

    assert nucleus(logits / 0.5) < nucleus(logits)


def test_temperature_keeps_the_top_k_and_changes_their_ratio() -> None:
    logits = torch.tensor([0.3, 2.0, -1.0, 1.5])
    cool = logits / 0.5
    assert cool.topk(2).indices.tolist() == logits.topk(2).indices.tolist()
    assert cool.softmax(0)[1] / cool.softmax(0)[3] > logits.softmax(0)[1] / logits.softmax(0)[3]


def test_speculative_decoding_keeps_the_distribution() -> None:
    target, draft = np.array([0.5, 0.3, 0.2]), np.array([0.2, 0.2, 0.6])
    accepted = draft * np.minimum(1, target / draft)
    rest = np.maximum(target - draft, 0)
    output = accepted + (1 - accepted.sum()) * rest / rest.sum()
    assert output == pytest.approx(target)


def test_the_quadratic_kernel_does_not_see_the_third_moment() -> None:
    """Two distributions with the same mean and variance, one of them skewed."""
    even, skewed = ([-1.0, 1.0], [0.5, 0.5]), ([-0.5, 2.0], [0.8, 0.2])

    def similarity(
        first: tuple[list[float], list[float]], second: tuple[list[float], list[float]], power: int
    ) -> float:
        pairs = itertools.product(zip(*first, strict=True), zip(*second, strict=True))
        return sum(a * b * (x * y + 1) ** power for (x, a), (y, b) in pairs)

    def squared_mmd(power: int) -> float:
        within = similarity(even, even, power) + similarity(skewed, skewed, power)
        return within - 2 * similarity(even, skewed, power)

    assert squared_mmd(2) == pytest.approx(0, abs=1e-12)
    assert squared_mmd(3) > 0.1


def test_unbiased_mmd_may_be_negative() -> None:
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(2, 40))

    def kernel(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        return np.asarray(np.exp(-((a[:, None] - b[None]) ** 2) / 2))

    def without_diagonal(matrix: np.ndarray) -> float:
        return float((matrix.sum() - matrix.trace()) / (len(matrix) * (len(matrix) - 1)))

    estimates = []
    for _ in range(50):
        x, y = rng.normal(size=(2, 40))
        estimates.append(without_diagonal(kernel(x, x)) + without_diagonal(kernel(y, y)) - 2 * kernel(x, y).mean())
    assert min(estimates) < 0 < max(estimates)


def test_energy_distance_is_what_its_definition_says() -> None:
    x, y = [0.0, 0.0], [0.0, 4.0]

    def mean_distance(a: list[float], b: list[float]) -> float:
        return sum(abs(p - q) for p in a for q in b) / (len(a) * len(b))

    definition = 2 * mean_distance(x, y) - mean_distance(x, x) - mean_distance(y, y)
    assert definition == pytest.approx(energy_distance(x, y)) == pytest.approx(numeric("q03-energy-distance", a=4))
