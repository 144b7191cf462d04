"""What sections 1 to 7 of the bank teach, computed again by another route: counting, simulation, torch and autograd."""

from __future__ import annotations

import gc
import heapq
import itertools
import math
import weakref
from collections.abc import Callable, Iterator, Sequence
from statistics import NormalDist, fmean

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from tests.bank.truth import formula, numeric, wrong
from tests.packaged import packaged

SAMPLES = (-20.0, 40.0, 30.0, -10.0, 5.0)


@pytest.fixture(autouse=True)
def _same_draws_every_time() -> None:
    torch.manual_seed(0)


# --- independent routes -----------------------------------------------------------------------------------------------


def posterior_mean(samples: Sequence[float], noise: float, prior_mean: float, prior: float) -> float:
    """The Gaussian posterior mean, one sample after another, as a Kalman filter has it."""
    mean, spread = prior_mean, prior
    for sample in samples:
        gain = spread / (spread + noise)
        mean += gain * (sample - mean)
        spread *= 1 - gain
    return mean


def conv_width(w: int, f: int, s: int, p: int, d: int = 1) -> int:
    return F.conv1d(torch.zeros(1, 1, w), torch.zeros(1, 1, f), stride=s, padding=p, dilation=d).shape[-1]


def receptive_field(layers: Sequence[tuple[int, int, int]], length: int = 1500) -> int:
    """How many inputs reach one output of convolutions given as (kernel, stride, dilation): by gradient."""
    x = torch.ones(1, 1, length, requires_grad=True)
    y = x
    for kernel, stride, dilation in layers:
        y = F.conv1d(y, torch.ones(1, 1, kernel) / kernel, stride=stride, dilation=dilation)
    y[0, 0, y.shape[-1] // 2].backward()
    assert x.grad is not None
    return int((x.grad != 0).sum())


def smallest(fits: Callable[[int], bool]) -> int:
    return next(count for count in itertools.count(1) if fits(count))


def bytes_of(*shape: int, dtype: torch.dtype = torch.bfloat16) -> int:
    """The size of a tensor that is never allocated."""
    return torch.empty(*shape, dtype=dtype, device="meta").nbytes


def parameters_of(*shapes: tuple[int, int]) -> int:
    return sum(torch.empty(*shape, device="meta").numel() for shape in shapes)


def needed_votes(rate: float) -> float:
    """The number of votes at which a two-sided 5 % test has a power of 80 %, by bisection of the power."""
    normal = NormalDist()

    def power(votes: float) -> float:
        spread = math.sqrt(rate * (1 - rate))
        return normal.cdf(((rate - 0.5) * math.sqrt(votes) - 0.5 * normal.inv_cdf(0.975)) / spread)

    low, high = 1.0, 1e6
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if power(middle) < 0.8 else (low, middle)
    return low


def ssim_of(x: Tensor, y: Tensor, peak: float) -> float:
    """Luminance, contrast and structure multiplied, with C3 = C2 / 2 (Wang et al. 2004, eq. 6, 9, 10)."""
    c1, c2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    sx, sy = x.var(correction=0).sqrt(), y.var(correction=0).sqrt()
    sxy = ((x - x.mean()) * (y - y.mean())).mean()
    luminance = (2 * x.mean() * y.mean() + c1) / (x.mean() ** 2 + y.mean() ** 2 + c1)
    contrast = (2 * sx * sy + c2) / (sx**2 + sy**2 + c2)
    structure = (sxy + c2 / 2) / (sx * sy + c2 / 2)
    return float(luminance * contrast * structure)


def running_variance(values: Tensor) -> float:
    layer = torch.nn.BatchNorm1d(1)
    layer(values[:, None])
    assert layer.running_var is not None
    return layer.running_var.item()


def scaled_to_variance(count: int, biased: float) -> Tensor:
    x = torch.linspace(-1, 2, count, dtype=torch.float64) ** 3
    return ((x - x.mean()) * (biased / x.var(correction=0)).sqrt()).float()


def unit_pair(cosine: float) -> tuple[np.ndarray, np.ndarray]:
    return np.array([1.0, 0.0]), np.array([cosine, math.sqrt(1 - cosine * cosine)])


def squared_distance(cosine: float) -> float:
    x, y = unit_pair(cosine)
    return float(((x - y) ** 2).sum())


def rgb_to_xyz(primaries: Sequence[tuple[float, float]], white: tuple[float, float]) -> np.ndarray:
    """The matrix that takes linear (1, 1, 1) to the white point with Y = 1."""
    corners = np.array([(x / y, 1.0, (1 - x - y) / y) for x, y in (*primaries, white)]).T
    return corners[:, :3] * np.linalg.solve(corners[:, :3], corners[:, 3])


def nucleus(probabilities: Sequence[float], p: float) -> list[float]:
    """The kept probabilities, renormalised: tokens are added until their sum reaches p."""
    kept: list[float] = []
    for value in sorted(probabilities, reverse=True):
        if sum(kept) >= p:
            break
        kept.append(value)
    return [value / sum(kept) for value in kept]


def alibi_slopes(heads: int) -> list[float]:
    """As the authors' code makes them: a geometric series from a start that is its own ratio."""
    start = 2 ** (-(2 ** -(math.log2(heads) - 3)))
    return [start * start**i for i in range(heads)]


def rotated(pair: tuple[float, float], angle: float) -> complex:
    return complex(*pair) * complex(math.cos(angle), math.sin(angle))


# --- numeric items ----------------------------------------------------------------------------------------------------


def numbers() -> Iterator[tuple[str, dict[str, float], float]]:
    """(item, parameters, the same number computed in another way)."""
    yield "q01-torch-var", {"n": 5, "v": float(np.var(SAMPLES))}, torch.tensor(SAMPLES).var().item()
    yield "q01-map-mean", {"n": 4, "s2": 9, "x": 6.5, "m": 1, "t2": 2}, posterior_mean([6.5] * 4, 9, 1, 2)
    yield "q01-map-mean", {"n": 16, "s2": 25, "x": 8, "m": 0, "t2": 1}, posterior_mean([8, 7, 9, 8] * 4, 25, 0, 1)
    yield "q01-conv-output", {"w": 227, "f": 7, "s": 2, "p": 3}, conv_width(227, 7, 2, 3)
    yield "q01-conv-output", {"w": 96, "f": 5, "s": 1, "p": 2}, conv_width(96, 5, 1, 2)
    patches = torch.zeros(768 // 8, 1536 // 8).unfold(0, 2, 2).unfold(1, 2, 2)
    yield "q01-latent-tokens", {"h": 768, "w": 1536, "f": 8, "p": 2}, patches.shape[0] * patches.shape[1]
    state = bytes_of(1) * 2 + bytes_of(1, dtype=torch.float32) * 3
    yield "q01-training-state", {"P": 12, "G": 32}, state * 12_000_000_000 / 32
    yield "q01-gpu-capacity", {"r": 41, "c": 1.7, "u": 0.6}, smallest(lambda gpus: gpus * 0.6 >= 41 * 1.7)
    yield "q01-gpu-capacity", {"r": 58, "c": 2.3, "u": 0.7}, smallest(lambda gpus: gpus * 0.7 >= 58 * 2.3)
    yield "q01-eval-votes", {"w": 0.55}, needed_votes(0.55)
    yield "q01-eval-votes", {"w": 0.6}, needed_votes(0.6)

    guesses = torch.linspace(0.001, 0.999, 9981, dtype=torch.float64)
    risk = -(0.8 * guesses.log() + 0.2 * (1 - guesses).log())
    yield "q02-nll-ce-floor", {"r": 0.2}, risk.min().item()
    points = [9, 1, 60, 7, 4]
    best = min(range(100), key=lambda constant: sum(abs(point - constant) for point in points))
    yield "q02-l1-minimiser", {"a": 1, "b": 4, "c": 7, "d": 9, "o": 60}, best
    yield "q02-ce-initial", {"K": 1000}, F.cross_entropy(torch.zeros(1, 1000), torch.tensor([3])).item()
    confident = torch.eye(10) * 100
    yield "q02-ce-double-softmax", {"K": 10}, F.cross_entropy(confident.softmax(-1), torch.arange(10)).item()
    loss = max(0.0, squared_distance(0.4) - squared_distance(0.7) + 0.3)
    yield "q02-triplet-value", {"p": 0.4, "n": 0.7, "m": 0.3}, loss
    coins = [torch.distributions.Bernoulli(torch.tensor(p)) for p in (0.2, 0.5)]
    yield "q02-kl-value", {"p": 0.2, "q": 0.5}, torch.distributions.kl_divergence(*coins).item()
    grouped = torch.zeros(4, 128, 16, 16).reshape(4, 32, -1)
    yield "q02-group-norm-count", {"G": 32, "N": 4, "C": 128, "H": 16}, grouped.shape[-1]
    yield "q02-token-means", {"N": 4, "T": 77, "D": 16}, torch.zeros(4, 77, 16).mean(-1).numel()
    yield "q02-batchnorm-running", {"n": 8, "v": 5.5}, running_variance(scaled_to_variance(8, 5.5))
    yield "q02-batchnorm-running", {"n": 4, "v": 9}, running_variance(scaled_to_variance(4, 9))
    token = torch.linspace(-3, 5, 768)
    yield "q02-rmsnorm-length", {"d": 768}, F.rms_norm(token, (768,), eps=1e-12).norm().item()
    densities = torch.distributions.Normal(torch.tensor([-1.0, 1.0]), 1.0).log_prob(torch.tensor(0.3))
    responsibility = (densities + torch.tensor([0.7, 0.3]).log()).softmax(0)[0].item()
    yield "q02-gmm-responsibility", {"w": 0.7, "x": 0.3}, responsibility

    yield "q03-nucleus-probability", {"a": 0.45, "b": 0.25}, nucleus([0.45, 0.25] + [0.02] * 15, 0.6)[0]
    yield "q03-nucleus-probability", {"a": 0.55, "b": 0.3}, nucleus([0.55, 0.3] + [0.03] * 5, 0.6)[0]

    kernel = np.outer([1, 2, 1], [1, 2, 1]) / 16
    yield "q04-binomial-noise", {"s": 12}, 12 * float(np.linalg.norm(kernel))
    yield "q04-ransac-iterations", {"w": 0.5}, smallest(lambda runs: 1 - (1 - 0.5**4) ** runs >= 0.99)
    yield "q04-ransac-iterations", {"w": 0.3}, smallest(lambda runs: 1 - (1 - 0.3**4) ** runs >= 0.99)

    matrix = rgb_to_xyz([(0.64, 0.33), (0.30, 0.60), (0.15, 0.06)], (0.3127, 0.3290))
    yield "q04-luminance", {"r": 0.3, "g": 0.7, "b": 0.12}, float(matrix[1] @ np.array([0.3, 0.7, 0.12]))

    x = np.full(64, 100.0)
    error = float(np.mean((x - (x + np.where(np.arange(64) % 2, 5.0, -5.0))) ** 2))
    yield "q05-psnr-from-rmse", {"r": 5}, 10 * math.log10(255**2 / error)
    pair = np.concatenate([np.full(50, math.sqrt(4)), np.full(50, math.sqrt(200))])
    yield "q05-psnr-averaging", {"a": 4, "b": 200}, 20 * math.log10(255 / math.sqrt(float((pair**2).mean())))
    flat = torch.full((11, 11), 60.0), torch.full((11, 11), 160.0)
    yield "q05-ssim-flat", {"a": 60, "b": 160}, ssim_of(*flat, peak=255)

    layers = [(7, 2, 1), (3, 2, 1), (5, 1, 1)]
    yield "q06-receptive-field", {"a": 7, "s": 2, "b": 3, "t": 2, "c": 5}, receptive_field(layers)
    logits = torch.tensor([[0.8] + [0.3] * 255]) / 0.1
    yield (
        "q06-infonce-value",
        {"s": 0.8, "u": 0.3, "K": 255, "t": 0.1},
        F.cross_entropy(logits, torch.tensor([0])).item(),
    )
    views = torch.ones(64, 64) - torch.eye(64) - torch.eye(64).roll(32, dims=0)
    yield "q06-simclr-negatives", {"n": 32}, views[0].sum().item()
    grid = torch.zeros(384 // 16, 384 // 16)
    yield "q06-mae-visible", {"p": 16, "r": 0.75, "h": 384}, grid.flatten()[::4].numel()

    yield "q07-attention-flop", {"B": 2, "H": 3, "T": 5, "S": 7, "d": 4}, counted_flop(2, 3, 5, 7, 4)
    window = torch.ones(64, 64).tril().triu(-7)
    yield "q07-window-pairs", {"T": 64, "w": 8}, window.sum().item()
    slowest = min(500_000.0 ** (-2 * i / 128) for i in range(64))
    yield "q07-rope-wavelength", {"b": 500_000, "d": 128}, math.tau / slowest
    yield "q07-alibi-slope", {"n": 16, "h": 3, "r": 50}, -50 * alibi_slopes(16)[2]
    cache = sum(bytes_of(8, 4, 4096, 128) for _layer in range(32) for _kind in ("keys", "values"))
    yield "q07-kv-bytes", {"L": 32, "h": 32, "g": 4, "T": 4096, "B": 8}, cache
    sequence = sum(bytes_of(8, 8000, 128) for _layer in range(32) for _kind in ("keys", "values"))
    fitting = smallest(lambda count: 8_000_000_000 * 2 + (count + 1) * sequence > 80_000_000_000)
    yield "q07-kv-sequences", {"P": 8, "T": 8000}, fitting
    plain, latent = 2 * bytes_of(128, 128), bytes_of(512) + bytes_of(64)
    yield "q07-mla-ratio", {"c": 512, "r": 64, "h": 128}, plain / latent
    yield "q07-score-matrix", {"B": 4, "H": 16, "T": 8192}, bytes_of(4, 16, 8192, 8192)
    seen = torch.zeros(256, 8).index_fill(1, torch.tensor([0, 3, 7]), 1).repeat_interleave(32, 1)
    yield "q07-block-sparse", {"T": 256, "b": 32, "n": 3}, seen.sum().item() * 64
    yield "q07-swiglu-parameters", {"d": 4096, "f": 11008}, parameters_of((11008, 4096), (11008, 4096), (4096, 11008))


def counted_flop(batch: int, heads: int, queries: int, keys: int, width: int) -> int:
    """Multiplications and additions of both products, element by element of their results."""
    scores = batch * heads * queries * keys
    outputs = batch * heads * queries * width
    return scores * 2 * width + outputs * 2 * keys


@pytest.mark.parametrize(("item", "parameters", "expected"), list(numbers()))
def test_a_numeric_answer_agrees_with_an_independent_computation(
    item: str, parameters: dict[str, float], expected: float
) -> None:
    assert numeric(item, **parameters) == pytest.approx(expected, rel=2e-4)


# --- formula items ----------------------------------------------------------------------------------------------------


def derivative(function: Callable[[Tensor], Tensor], at: float) -> float:
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    function(x).backward()
    assert x.grad is not None
    return x.grad.item()


def arg_best(objective: Callable[[Tensor], Tensor], low: float, high: float) -> float:
    """The place of the maximum on a fine grid."""
    grid = torch.linspace(low, high, 400_001, dtype=torch.float64)
    return grid[objective(grid).argmax()].item()


def score_variance(means: tuple[float, float], variances: tuple[float, float], width: int) -> float:
    """Exact, over all outcomes of two-point components."""
    components = [
        [mean - math.sqrt(spread), mean + math.sqrt(spread)] for mean, spread in zip(means, variances, strict=True)
    ]
    scores = [
        sum(q * k for q, k in zip(query, key, strict=True))
        for query in itertools.product(components[0], repeat=width)
        for key in itertools.product(components[1], repeat=width)
    ]
    return float(np.var(scores))


def formulas() -> Iterator[tuple[str, dict[str, float], float]]:
    """(item, values of its symbols, the same value computed in another way)."""
    fitted = torch.distributions.Normal(fmean(SAMPLES), float(np.std(SAMPLES)))
    yield (
        "q01-mle-max-loglik",
        {"N": 5, "v": float(np.var(SAMPLES))},
        fitted.log_prob(torch.tensor(SAMPLES)).sum().item(),
    )
    yield "q01-map-weight", {"N": 7, "s": 3.5, "t": 0.8}, posterior_mean([1.0] * 7, 3.5, 0, 0.8)
    yield "q01-conv-output-dilated", {"W": 97, "F": 5, "S": 3, "P": 2, "D": 4}, conv_width(97, 5, 3, 2, 4)
    yield "q01-conv-output-dilated", {"W": 64, "F": 2, "S": 2, "P": 0, "D": 1}, conv_width(64, 2, 2, 0, 1)

    x, y = np.array([1.0, -2.0, 0.5]), np.array([0.7, -1.1, 2.0])
    ridge = np.linalg.lstsq(
        np.append(x / math.sqrt(0.4), 1 / math.sqrt(2.5))[:, None], np.append(y / math.sqrt(0.4), 0), rcond=None
    )[0]
    yield "q02-ridge-prior", {"A": float(x @ y), "B": float(x @ x), "s": 0.4, "t": 2.5}, float(ridge[0])
    for z, lam in ((1.7, 0.6), (0.4, 0.9)):
        best = arg_best(lambda w, z=z, lam=lam: -((w - z) ** 2) / 2 - lam * w.abs(), -1, 3)
        yield "q02-soft-threshold", {"z": z, "lam": lam}, best
    w = np.array([3.0, -0.7])
    yield "q02-svm-margin", {"w_1": 3.0, "w_2": -0.7}, float(np.linalg.norm(w / (w @ w) - -w / (w @ w)))
    token, gain, shift = torch.tensor([1.0, -2.0, 4.0]), torch.tensor([1.5, 1, 1]), torch.tensor([0.3, 0, 0])
    normalised = F.layer_norm(token, (3,), gain, shift, eps=0.5)[0].item()
    values = {"x": 1.0, "m": 1.0, "v": token.var(correction=0).item(), "g": 1.5, "b": 0.3, "eps": 0.5}
    yield "q02-layernorm-formula", values, normalised
    pair = F.rms_norm(torch.tensor([1.2, -3.0]), (2,), torch.tensor([0.8, 1.0]), eps=0.2)[0].item()
    yield "q02-rmsnorm-formula", {"a": 1.2, "b": -3.0, "g": 0.8, "eps": 0.2}, pair

    density = torch.distributions.Normal(-0.5, 1.8).log_prob(torch.tensor(2.1)).item()
    yield "q03-flow-log-density", {"y": 2.1, "a": 1.8, "b": -0.5}, density
    slope = derivative(lambda a: -F.logsigmoid(a), -1.4)
    yield "q03-gan-gradient", {"D": 1 / (1 + math.exp(1.4))}, slope
    best = arg_best(lambda d: 0.3 * d.log() + 0.1 * (1 - d).log(), 0.001, 0.999)
    yield "q03-gan-optimal-d", {"p": 0.3, "q": 0.1}, best

    yield "q04-histeq-map", {"c": 700, "c_0": 150, "N": 1000, "L": 256}, float(np.interp(700, [150, 1000], [0, 255]))

    yield "q05-psnr-formula", {"M": 255, "m": 40.0}, -10 * math.log10(40.0 / 255**2)
    a = torch.tensor([10.0, 40.0, 25.0, 80.0])
    b = torch.tensor([30.0, 35.0, 60.0, 50.0])
    statistics = {
        "mu_x": a.mean().item(),
        "mu_y": b.mean().item(),
        "a": a.var(correction=0).item(),
        "b": b.var(correction=0).item(),
        "s": ((a - a.mean()) * (b - b.mean())).mean().item(),
    }
    yield "q05-ssim-formula", {**statistics, "C_1": 6.5025, "C_2": 58.5225}, ssim_of(a, b, peak=255)
    z = torch.distributions.Normal(0.0, 1.0).icdf((torch.arange(200_000) + 0.5) / 200_000).double()
    transport = (((0.4 + 1.5 * z) - (-0.3 + 0.6 * z)) ** 2).mean().item()
    yield "q05-fid-1d", {"m": 0.4, "s": 1.5, "n": -0.3, "t": 0.6}, transport

    yield "q06-receptive-field-dilated", {"L": 5, "k": 3}, receptive_field([(3, 1, 2**i) for i in range(5)])
    yield "q06-receptive-field-dilated", {"L": 4, "k": 5}, receptive_field([(5, 1, 2**i) for i in range(4)])
    full, separable = 16 * 32 * 9, 16 * 9 + 16 * 32
    yield "q06-depthwise-ratio", {"F": 3, "C": 32}, separable / full
    opposite = torch.tensor([[1.0] + [-1.0] * 20]) / 0.7
    yield "q06-infonce-floor", {"K": 20, "tau": 0.7}, F.cross_entropy(opposite, torch.tensor([0])).item()

    values = {"d": 3, "m": 0.8, "n": -1.1, "a": 0.6, "b": 1.7}
    yield "q07-score-variance", values, score_variance((0.8, -1.1), (0.6, 1.7), 3)
    values = {"a": 0.3, "b": -1.2, "c": 0.9, "d": 0.5, "m": 11, "n": 4, "theta": 0.37}
    query, key = rotated((0.3, -1.2), 11 * 0.37), rotated((0.9, 0.5), 4 * 0.37)
    yield "q07-rope-score", values, (query.conjugate() * key).real
    pairs = [np.array([math.sin(0.21 * position), math.cos(0.21 * position)]) for position in (17, 5)]
    yield "q07-sinusoidal-product", {"w": 0.21, "p": 17, "s": 5}, float(pairs[0] @ pairs[1])
    values = {"L": 3, "g": 2, "d": 4, "T": 5, "B": 6, "b": 2}
    yield "q07-kv-formula", values, 3 * 2 * bytes_of(6, 2, 5, 4)
    first, second = np.array([1.0, 4.0, -2.0]), np.array([6.0, 5.5])
    sums = {"m_1": 4.0, "m_2": 6.0, "l_1": float(np.exp(first - 4).sum()), "l_2": float(np.exp(second - 6).sum())}
    yield "q07-online-merge", sums, float(np.exp(np.append(first, second) - 6).sum())
    yield "q07-swiglu-unit", {"a": -0.9, "b": 2.3}, (F.silu(torch.tensor(-0.9)) * 2.3).item()


@pytest.mark.parametrize(("item", "values", "expected"), list(formulas()))
def test_a_formula_agrees_with_an_independent_computation(item: str, values: dict[str, float], expected: float) -> None:
    assert formula(item, **values) == pytest.approx(expected, rel=1e-4, abs=1e-5)


# --- wrong forms that are right answers to other questions ------------------------------------------------------------


def test_wrong_forms_are_what_their_feedback_calls_them() -> None:
    coins = [torch.distributions.Bernoulli(torch.tensor(p)) for p in (0.5, 0.2)]
    swapped = torch.distributions.kl_divergence(*coins).item()
    assert wrong("q02-kl-value", "arguments-swapped", p=0.2, q=0.5) == pytest.approx(swapped, rel=1e-5)
    centred = F.layer_norm(torch.tensor([1.2, -3.0]), (2,), eps=0.2)[0].item()
    assert wrong("q02-rmsnorm-formula", "mean-removed", a=1.2, b=-3.0, g=1, eps=0.2) == pytest.approx(centred)
    slope = derivative(lambda a: (1 - a.sigmoid()).log(), -1.4)
    assert wrong("q03-gan-gradient", "saturating-loss", D=1 / (1 + math.exp(1.4))) == pytest.approx(slope)


# --- statements of options, key points and explanations ---------------------------------------------------------------


def test_a_cycle_outlives_its_name_until_the_collector_is_called() -> None:
    class Node:
        me: Node

    was_on = gc.isenabled()
    gc.disable()
    try:
        node = Node()
        node.me = node
        ref = weakref.ref(node)
        del node
        before = ref() is None
        gc.collect()
        assert (before, ref() is None) == (False, True)
    finally:
        if was_on:
            gc.enable()


def test_python_snippets_return_what_the_right_options_say() -> None:
    def f(a: int, *args: int, b: int = 0, **kwargs: int) -> tuple[tuple[int, ...], dict[str, int]]:
        return args, kwargs

    def append_to(x: int, acc: list[int] = []) -> list[int]:  # noqa: B006
        acc.append(x)
        return acc

    options = {"b": 4}
    assert f(*[1, 2, 3], **options, c=5) == ((2, 3), {"c": 5})
    append_to(1)
    append_to(2, [])
    assert append_to(3) == [1, 3]

    class Mangled:
        def __init__(self) -> None:
            self.__x = 1

    assert vars(Mangled()) == {"_Mangled__x": 1}


def test_float32_values_near_1e8_are_8_apart() -> None:
    assert np.spacing(np.float32(1e8)) == 8
    assert 2**26 <= 1e8 < 2**27


def test_a_padding_mask_without_new_axes_lands_on_the_queries() -> None:
    scores = torch.zeros(3, 2, 3, 5)
    mask = torch.rand(3, 5) > 0.5
    masked = scores.masked_fill(~mask, -1.0)
    assert all(torch.equal(masked[b, h] == 0, mask) for b in range(3) for h in range(2))
    with pytest.raises(RuntimeError):
        torch.zeros(3, 2, 4, 5).masked_fill(~mask, -1.0)


def test_quoted_votes_and_tokens() -> None:
    assert needed_votes(0.52) == pytest.approx(4900, rel=0.01)
    assert needed_votes(0.6) == pytest.approx(194, rel=0.01)
    assert (1024 // 16) ** 2 == 4096


def test_padding_4_keeps_the_size_at_dilation_4() -> None:
    assert F.conv2d(torch.zeros(1, 64, 20, 20), torch.zeros(128, 64, 3, 3), padding=4, dilation=4).shape[1:] == (
        128,
        20,
        20,
    )


def test_labels_0_and_1_give_the_hinge_loss_a_constant_without_gradient() -> None:
    score = torch.tensor([0.7, -2.0], requires_grad=True)
    loss = (1 - torch.zeros(2) * score).relu()
    loss.sum().backward()
    assert loss.tolist() == [1, 1]
    assert score.grad is not None and score.grad.tolist() == [0, 0]
    assert torch.tensor([-1]).to(torch.uint8).item() == 255


def test_the_responsibility_is_a_sigmoid_of_a_line() -> None:
    for w, x in ((0.2, -0.5), (0.7, 0.8)):
        line = math.log(w / (1 - w)) - 2 * x
        assert numeric("q02-gmm-responsibility", w=w, x=x) == pytest.approx(1 / (1 + math.exp(-line)))


def test_kl_div_takes_the_logarithm_of_the_second_distribution_first() -> None:
    p = torch.tensor([[0.2, 0.5, 0.3], [0.6, 0.3, 0.1]])
    q = torch.tensor([[0.3, 0.3, 0.4], [0.2, 0.2, 0.6]])
    expected = (p * (p / q).log()).sum(-1).mean()
    assert torch.allclose(F.kl_div(q.log(), p, reduction="batchmean"), expected)
    with pytest.warns(UserWarning, match="support size"):
        assert torch.allclose(F.kl_div(q.log(), p, reduction="mean") * 3, expected)


def test_the_cross_entropy_gradient_is_softmax_minus_target() -> None:
    logits = torch.tensor([[2.0, -1.0, 0.5]], requires_grad=True)
    F.cross_entropy(logits, torch.tensor([1])).backward()
    assert logits.grad is not None
    assert torch.allclose(logits.grad, logits.detach().softmax(-1) - torch.tensor([[0.0, 1.0, 0.0]]))


def test_batch_norm_of_one_image_is_instance_norm_and_of_one_value_an_error() -> None:
    image = torch.randn(1, 3, 8, 8)
    assert torch.allclose(torch.nn.BatchNorm2d(3)(image), F.instance_norm(image), atol=1e-5)
    with pytest.raises(ValueError, match="more than 1 value"):
        torch.nn.BatchNorm2d(3)(torch.randn(1, 3, 1, 1))


def test_layer_norm_forgets_scale_and_shift_and_rms_norm_only_scale() -> None:
    x = torch.randn(4, 64)
    assert torch.allclose(F.layer_norm(3 * x + 5, (64,)), F.layer_norm(x, (64,)), atol=1e-4)
    assert not torch.allclose(F.rms_norm(3 * x + 5, (64,)), F.rms_norm(x, (64,)), atol=0.1)
    assert torch.allclose(F.rms_norm(3 * x, (64,)), F.rms_norm(x, (64,)), atol=1e-4)
    assert math.sqrt(4096) == 64


def test_means_are_counted_as_the_grid_of_axes_says() -> None:
    n, c, h, w, groups = 2, 6, 4, 5, 3
    x = torch.zeros(n, c, h, w)
    assert x.mean((0, 2, 3)).numel() == c
    assert x.mean((1, 2, 3)).numel() == n
    assert x.mean((2, 3)).numel() == n * c
    assert x.reshape(n, groups, -1).mean(-1).numel() == n * groups


def test_the_game_is_worth_minus_log_4_where_the_densities_agree() -> None:
    assert 2 * math.log(0.5) == pytest.approx(-1.386, abs=5e-4)


def test_a_step_vanishes_in_uint8_for_the_heights_that_the_item_names() -> None:
    vanish = []
    for height in range(1, 256):
        row = np.full(1, height, dtype=np.uint8)
        if (row + row + row + row).item() == 0:
            vanish.append(height)
    assert vanish == [64, 128, 192]
    why = packaged().items["q04-sobel-uint8"].why
    assert ", ".join(map(str, vanish)) in why


def test_a_step_of_64_vanishes_in_uint8() -> None:
    row = np.array([0, 0, 64, 64], dtype=np.uint8)
    difference = row[2:] - row[:-2]
    assert (difference + 2 * difference + difference).tolist() == [0, 0]


def test_a_median_survives_a_minority_of_impulses_and_a_blur_only_dilutes_them() -> None:
    """On a synthetic photograph-like ramp; the ordering of the PSNR is what the item claims."""
    rng = np.random.default_rng(0)
    clean = np.linspace(60, 190, 96)[None] + 20 * np.sin(np.arange(96) / 9)[:, None]
    noisy = np.where(rng.random(clean.shape) < 0.05, rng.choice([0.0, 255.0], clean.shape), clean)
    windows = np.lib.stride_tricks.sliding_window_view(noisy, (3, 3))
    blurred = (windows * np.outer([1, 2, 1], [1, 2, 1]) / 16).sum((-1, -2))
    inner = clean[1:-1, 1:-1]

    def psnr(image: np.ndarray) -> float:
        return 10 * math.log10(255**2 / float(((image - inner) ** 2).mean()))

    assert psnr(noisy[1:-1, 1:-1]) + 4 < psnr(blurred)
    assert psnr(blurred) + 4 < psnr(np.median(windows, axis=(-1, -2)))
    assert np.median([5.0] * 5 + [255.0] * 4) == 5


def hlg_luminance(signal: float, peak: float) -> float:
    """Display light of an HLG signal above 0.5 (ITU-R BT.2100, table 5)."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = (math.exp((signal - c) / a) + b) / 12
    return float(peak * scene ** (1.2 + 0.42 * math.log10(peak / 1000)))


def test_hlg_white_is_203_on_a_display_of_1000_and_brighter_on_a_brighter_one() -> None:
    assert hlg_luminance(0.75, 1000) == pytest.approx(203, abs=1)
    assert hlg_luminance(0.75, 2000) > 300


def test_psnr_anchors() -> None:
    assert numeric("q05-psnr-from-rmse", r=1) == pytest.approx(48.13, abs=0.005)
    assert numeric("q05-psnr-from-rmse", r=2) - numeric("q05-psnr-from-rmse", r=4) == pytest.approx(6.02, abs=0.005)
    assert 10 * math.log10(2) == pytest.approx(3.01, abs=0.005)
    assert 78 - 20 * math.log10(255) == pytest.approx(30, abs=0.2)


def test_quoted_averages_of_psnr() -> None:
    assert wrong("q05-psnr-averaging", "mean-of-psnr", a=1, b=100) == pytest.approx(38.1, abs=0.05)
    assert numeric("q05-psnr-averaging", a=1, b=100) == pytest.approx(31.1, abs=0.05)


def test_ssim_of_an_image_and_its_negative_is_negative() -> None:
    x = torch.rand(11, 11) * 255
    assert ssim_of(x, 255 - x, peak=255) < 0


def test_ssim_constants_swamp_images_in_0_1() -> None:
    constants = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    assert constants == pytest.approx((6.5, 58.5), abs=0.05)
    x, y = torch.rand(64, 64), torch.rand(64, 64)
    assert ssim_of(x, y, peak=255) > 0.99
    assert ssim_of(x, y, peak=1) < 0.5


def test_vif_exceeds_1_for_a_gain_above_1() -> None:
    assert formula("q05-vif-formula", v=50, g=1.3, w=0.01, n=2) > 1


def test_fid_is_0_between_a_two_point_and_a_gaussian_distribution_of_the_same_moments() -> None:
    assert formula("q05-fid-1d", m=0, s=1, n=0, t=1) == 0
    assert (np.mean([-1, 1]), np.std([-1, 1])) == (0, 1)


def test_quoted_receptive_fields() -> None:
    assert receptive_field([(7, 2, 1), (3, 2, 1)]) == 11
    assert receptive_field([(3, 1, 1)] * 3) == 7
    assert (3 * 9, 7 * 7) == (27, 49)
    assert formula("q06-receptive-field-dilated", L=6, k=3) == 2**7 - 1


def test_stride_2_commutes_with_even_shifts_only() -> None:
    x, kernel = torch.randn(1, 1, 16), torch.randn(1, 1, 3)

    def layer(signal: Tensor) -> Tensor:
        return F.conv1d(F.pad(signal, (1, 1), mode="circular"), kernel, stride=2)

    assert torch.allclose(layer(x.roll(2, -1)), layer(x).roll(1, -1), atol=1e-6)
    shifted = layer(x.roll(1, -1))
    assert not any(torch.allclose(shifted, layer(x).roll(step, -1), atol=1e-3) for step in range(8))


def test_quoted_numbers_of_self_supervision() -> None:
    assert ((224 // 16) ** 2, (224 // 16) ** 2 // 4) == (196, 49)
    assert math.exp(0.3 / 0.1) == pytest.approx(20, abs=0.1)


def test_a_saturated_softmax_has_no_gradient_for_any_logit() -> None:
    scores = torch.tensor([10.0, 1.0, 0.0, 0.5], dtype=torch.float64)
    jacobian = torch.autograd.functional.jacobian(lambda s: s.softmax(0), scores)
    assert scores.softmax(0)[0] > 0.999
    assert jacobian.abs().max() < 0.001


def test_the_score_variance_with_mean_and_variance_1_is_three_times_the_width() -> None:
    assert formula("q07-score-variance", d=64, m=1, n=1, a=1, b=1) == 3 * 64


def test_tril_of_a_single_row_shows_the_first_key_only() -> None:
    assert torch.ones(1, 10).tril().sum() == 1
    assert torch.ones(1, 10).tril(diagonal=9).sum() == 10


def test_attention_products_overtake_the_feed_forward_layer_at_four_times_the_width() -> None:
    width = 1024
    assert 4 * (4 * width) * width == 2 * (2 * width * 4 * width)


def test_quoted_cache_sizes() -> None:
    assert 2 * 2 * 32 * 8 * 128 == 131_072
    assert 2.25 * 2 * 128 == 512 + 64
    assert (64 // 8, 128 // 8) == (8, 16)
    assert numeric("q07-mla-ratio", c=512, r=64, h=128) == pytest.approx(57, abs=0.2)
    assert numeric("q07-mla-ratio", c=512, r=64, h=8) == pytest.approx(3.6, abs=0.05)
    assert round(8 / 3 * 4096) == 10_923


def test_linear_attention_is_a_recurrence_on_a_state_of_fixed_size() -> None:
    q, k, v = (F.elu(torch.randn(6, 4)) + 1 for _ in range(3))
    scores = (q @ k.T).tril()
    parallel = scores @ v / scores.sum(-1, keepdim=True)
    state, total, rows = torch.zeros(4, 4), torch.zeros(4), []
    for query, key, value in zip(q, k, v, strict=True):
        state, total = state + key[:, None] * value, total + key
        rows.append(query @ state / (query @ total))
    assert torch.allclose(torch.stack(rows), parallel, atol=1e-5)


# --- what the answers to the `bug` items say one would see ------------------------------------------------------------


def test_a_fill_of_0_hides_nothing_and_a_softmax_over_one_query_adds_up_the_values() -> None:
    scores, values = torch.tensor([[0.3, -1.2, 2.0, 0.1, 0.9]]), torch.randn(5, 3)
    weights = scores.masked_fill(torch.tensor([[0, 0, 0, 1, 1]]) == 1, 0.0).softmax(-1)
    assert weights[0, 3] > 0.05
    assert weights.sum().item() == pytest.approx(1)
    assert torch.allclose(scores.softmax(-2) @ values, values.sum(0, keepdim=True))


def test_the_unbiased_variance_matters_for_narrow_layers_only() -> None:
    def loss_of_size(width: int) -> float:
        x = torch.randn(width, dtype=torch.float64)
        return 1 - (x.std(correction=0) / x.std()).item()

    assert loss_of_size(2) == pytest.approx(0.29, abs=0.005)
    assert loss_of_size(768) < 0.001


def test_a_constant_inside_the_logarithm_bounds_the_loss_and_kills_the_gradient() -> None:
    logits = torch.tensor([[60.0, 0.0]], dtype=torch.float64, requires_grad=True)
    loss = -(logits.softmax(-1)[0, 1] + 1e-9).log()
    loss.backward()
    assert loss.item() == pytest.approx(20.7, abs=0.05)
    assert logits.grad is not None and logits.grad.abs().max() < 1e-12


def test_heads_by_view_leak_the_future_under_a_causal_mask() -> None:
    def attend(x: Tensor) -> Tensor:
        heads = x.reshape(1, 2, 6, 4)
        scores = heads @ heads.transpose(-2, -1) / 2
        scores = scores.masked_fill(~torch.ones(6, 6, dtype=torch.bool).tril(), -torch.inf)
        return (scores.softmax(-1) @ heads).transpose(1, 2).reshape(1, 6, 8)

    x = torch.randn(1, 6, 8)
    other = x.clone()
    other[0, 5] += 1.0
    assert not torch.allclose(attend(x)[0, :5], attend(other)[0, :5])


def test_without_the_2_the_slowest_rotary_pair_is_about_100_times_too_fast() -> None:
    width = 128
    slowest = 10000 ** (-(width - 2) / width)
    assert 10000 ** (-(width // 2 - 1) / width) / slowest == pytest.approx(100, rel=0.1)


def test_an_accumulator_that_is_not_rescaled_is_right_only_while_the_maximum_stays() -> None:
    def tiled(scores: Tensor, values: Tensor) -> Tensor:
        m, total, out = torch.tensor(-torch.inf), torch.tensor(0.0), torch.zeros(values.shape[-1])
        for s, v in zip(scores.split(4), values.split(4), strict=True):
            new = torch.maximum(m, s.max())
            total, out = (m - new).exp() * total + (s - new).exp().sum(), out + (s - new).exp() @ v
            m = new
        return out / total

    falling, values = torch.linspace(3, -2, 12), torch.randn(12, 3)
    assert torch.allclose(tiled(falling, values), falling.softmax(0) @ values, atol=1e-5)
    rising = falling.flip(0)
    assert not torch.allclose(tiled(rising, values), rising.softmax(0) @ values, atol=1e-2)


def test_nsmallest_gives_the_maximum_for_a_rank_beyond_the_end() -> None:
    assert heapq.nsmallest(10, [5, 1, 4])[-1] == 5
    with pytest.raises(IndexError):
        heapq.nsmallest(0, [5, 1, 4])[-1]


def test_equalisation_without_the_occupied_minimum_sends_a_fifth_of_the_pixels_to_51() -> None:
    image = np.repeat(np.array([100, 120, 150], dtype=np.uint8), [20, 50, 30])
    cdf = np.bincount(image, minlength=256).cumsum()
    table = np.round(255 * (cdf - cdf.min()) / (image.size - cdf.min()))
    assert (table[100], table[150]) == (51, 255)


def test_wrapped_squares_keep_psnr_above_24_db_and_small_errors_right() -> None:
    squares = np.arange(256, dtype=np.uint8) ** 2
    assert 10 * math.log10(255**2 / float(squares.max())) == pytest.approx(24, abs=0.2)
    assert (np.array([3], dtype=np.uint8) - np.array([5], dtype=np.uint8)).tolist() == [254]
    assert [int(np.uint8(-error % 256) ** 2) for error in range(16)] == [error**2 for error in range(16)]
    assert squares[::16].tolist() == [0] * 16


def test_infonce_without_the_positive_below_the_line_turns_negative() -> None:
    logits = torch.tensor([0.9] + [0.1] * 255) / 0.07
    assert logits[1:].logsumexp(0) - logits[0] < 0
    assert logits.logsumexp(0) - logits[0] > 0
