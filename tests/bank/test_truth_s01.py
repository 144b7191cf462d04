"""The numbers and formulas that section 1 teaches, computed by counting, simulation, torch and CPython itself."""

from __future__ import annotations

import dis
import importlib.util
import itertools
import math
from collections.abc import Iterator
from statistics import NormalDist

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch.utils.flop_counter import FlopCounterMode

from interview_cli.domain import formula as formulas
from interview_cli.domain.items.question import Numeric
from interview_cli.domain.items.shown import draw
from tests.bank.truth import formula, numeric
from tests.packaged import packaged

Case = tuple[str, dict[str, float], float]


# --- independent routes -----------------------------------------------------------------------------------------------


def flop(layer: torch.nn.Module, image: torch.Tensor) -> int:
    """What torch counts for one forward pass on tensors that are never allocated."""
    with FlopCounterMode(display=False) as counter:
        layer(image)
    return int(counter.get_total_flops())


def convolution(inputs: int, outputs: int, kernel: int, groups: int = 1) -> torch.nn.Module:
    return torch.nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, groups=groups, bias=False, device="meta")


def meta_image(channels: int, side: int) -> torch.Tensor:
    return torch.empty(1, channels, side, side, device="meta")


def submask_visits(items: int) -> int:
    """By the loop over the submasks of every mask."""
    visits = 0
    for mask in range(2**items):
        sub = mask
        while True:
            visits += 1
            if sub == 0:
                break
            sub = (sub - 1) & mask
    return visits


def data_weight(samples: int, noise: float, prior: float) -> float:
    """How far the posterior mean moves from 0 when all samples are 1, one sample after another."""
    mean, spread = 0.0, prior
    for _ in range(samples):
        gain = spread / (spread + noise)
        mean += gain * (1 - mean)
        spread *= 1 - gain
    return mean


# --- numeric items ----------------------------------------------------------------------------------------------------


def numbers() -> Iterator[Case]:
    """(item, parameters, the same number computed in another way)."""
    yield "q01-search-sizes", {"n": 10}, sum(1 for _ in itertools.permutations(range(10), 3))
    for items in (4, 8):
        yield "q01-submasks", {"n": items}, submask_visits(items)
    for out in (0, 1):
        image = torch.zeros(1, 1, 28)
        kernel = torch.zeros(1, 1, 4)
        width = F.conv_transpose1d(image, kernel, stride=2, padding=1, output_padding=out).shape[-1]
        yield "q01-transposed-size", {"w": 28, "f": 4, "s": 2, "p": 1, "o": out}, width
    full = flop(convolution(64, 128, 3), meta_image(64, 56))
    yield "q01-conv-macs", {"f": 3, "a": 64, "b": 128, "h": 56}, full / 2 / 1e9
    separable = torch.nn.Sequential(convolution(64, 64, 3, groups=64), convolution(64, 128, 1))
    yield "q01-depthwise-saving", {"a": 64, "b": 128}, full / flop(separable, meta_image(64, 56))
    scores = [torch.empty((side // 16) ** 2, (side // 16) ** 2, device="meta").numel() for side in (512, 1536)]
    yield "q01-attention-growth", {"a": 512, "b": 1536}, scores[1] / scores[0]
    block = torch.nn.Linear(1000, 1000, bias=False)
    with FlopCounterMode(display=False) as counter:
        block(block(torch.ones(10, 1000, requires_grad=True))).sum().backward()
    each = counter.get_total_flops() / (2 * 1000 * 1000 * 10)
    days = each * 8e9 * 1000e9 / (128 * 400e12) / (24 * 60 * 60)
    yield "q01-training-flop", {"P": 8, "T": 1000, "G": 128}, days
    sizes = [torch.tensor([], dtype=kind).element_size() for kind in (torch.float8_e4m3fn, torch.bfloat16)]
    yield "q01-precision-memory", {"P": 12, "T": 5}, 12 * sizes[0] + 5 * sizes[1]
    enough = next(n for n in itertools.count(1) if data_weight(n, 8, 2) >= 0.9 - 1e-12)
    yield "q01-map-samples", {"s": 8, "t": 2}, enough
    left = 1e9
    for share in (0.4, 0.2, 0.7):
        left *= share
    yield "q01-filter-yield", {"a": 40, "b": 20, "c": 70, "t": 300}, 300e6 / left


@pytest.mark.parametrize(("item", "parameters", "expected"), list(numbers()))
def test_a_number_agrees_with_an_independent_computation(
    item: str, parameters: dict[str, float], expected: float
) -> None:
    assert numeric(item, **parameters) == pytest.approx(expected, rel=1e-6)


# --- formula items ----------------------------------------------------------------------------------------------------


def expressions() -> Iterator[Case]:
    """(item, values of its symbols, the same value computed in another way)."""
    image = np.arange(48.0).reshape(6, 8) ** 1.5
    sums = np.pad(image.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    corners = {"A": sums[1, 2], "B": sums[1, 6], "C": sums[4, 2], "D": sums[4, 6]}
    yield "q01-integral-image", {name: float(value) for name, value in corners.items()}, float(image[1:4, 2:6].sum())
    grouped = torch.nn.Conv2d(12, 20, 5, groups=4, device="meta")
    count = sum(weight.numel() for weight in grouped.parameters())
    yield "q01-conv-parameters", {"A": 12, "B": 20, "F": 5, "g": 4}, count
    step = 1e-5
    below = [NormalDist().cdf(math.log(t / (1 - t))) for t in (0.3 - step, 0.3 + step)]
    yield "q01-logit-normal", {"t": 0.3}, (below[1] - below[0]) / (2 * step)
    weights = [1.0] * 12 + [4.0] * 20 + [1.0] * 8
    evaluations = sum(2 if weight != 1 else 1 for weight in weights)
    yield "q01-guided-evaluations", {"N": 40, "f": 20 / 40}, evaluations
    outcomes = list(itertools.product((-1.5, 1.5), repeat=5))
    expected = sum(float(np.var(outcome)) for outcome in outcomes) / len(outcomes)
    yield "q01-ml-variance-bias", {"N": 5, "v": 1.5**2}, expected


@pytest.mark.parametrize(("item", "values", "expected"), list(expressions()))
def test_a_formula_agrees_with_an_independent_computation(item: str, values: dict[str, float], expected: float) -> None:
    assert formula(item, **values) == pytest.approx(expected, rel=1e-6)


# --- tolerances -------------------------------------------------------------------------------------------------------

NUMERIC = [item for item in packaged().items.values() if isinstance(item, Numeric)]


@pytest.mark.parametrize("item", [item for item in NUMERIC if item.id.startswith("q01-")], ids=lambda item: item.id)
def test_neither_zero_nor_a_wrong_form_is_within_the_tolerance(item: Numeric) -> None:
    symbols = formulas.parameter_symbols(item.parameters)
    for seed in range(40):
        values = draw(item, seed)
        key = formulas.evaluate(formulas.parse(item.answer, symbols), values)
        room = item.tolerance.absolute or (item.tolerance.relative or 0) * abs(key)
        others = [formulas.evaluate(formulas.parse(one.form, symbols), values) for one in item.wrong]
        assert all(abs(key - other) > room for other in (0.0, *others)), (item.id, dict(values))


# --- statements of options, key points and explanations ---------------------------------------------------------------


def test_operands_are_pushed_before_the_product_and_the_sum() -> None:
    def f(a: int, b: int, c: int) -> int:
        return a + b * c

    pushed = [name for line in dis.get_instructions(f) if "LOAD_FAST" in line.opname for name in str(line.argrepr)]
    assert [name for name in pushed if name in "abc"] == ["a", "b", "c"]
    assert [line.argrepr for line in dis.get_instructions(f) if line.opname == "BINARY_OP"] == ["*", "+"]


def test_one_keyword_too_many_is_an_error() -> None:
    def f(a: int, *args: int, b: int = 0, **kwargs: int) -> tuple[tuple[int, ...], dict[str, int]]:
        return args, kwargs

    with pytest.raises(TypeError, match="multiple values for argument 'a'"):
        f(1, 2, a=3, c=4)


def test_a_generator_is_read_once_and_a_comprehension_keeps_its_variable() -> None:
    squares = (x * x for x in range(4))
    assert (sum(squares), sum(squares)) == (14, 0)
    scope: dict[str, object] = {}
    exec("x = 10\nrows = [x for x in range(3)]", scope)
    assert scope["x"] == 10


def test_bytecode_files_carry_a_number_of_their_version() -> None:
    assert importlib.util.MAGIC_NUMBER[:2] + b"\r\n" == importlib.util.MAGIC_NUMBER
    assert int.from_bytes(importlib.util.MAGIC_NUMBER[:2], "little") >= 3495  # the number of 3.11


def test_inverting_five_gives_minus_six_and_a_mask_the_pattern_of_c() -> None:
    assert ~5 == -6
    assert ~5 & 0xFFFFFFFF == 4294967290


def test_six_percent_are_missing_from_the_deviation_of_five_samples() -> None:
    expected = math.sqrt(2 / 4) * math.gamma(5 / 2) / math.gamma(4 / 2)
    samples = np.random.default_rng(0).normal(size=(400_000, 5)).std(axis=1, ddof=1)
    assert float(samples.mean()) == pytest.approx(expected, abs=2e-3)
    assert expected == pytest.approx(0.94, abs=1e-3)


def test_n_plus_one_has_the_smallest_squared_error_of_a_variance() -> None:
    samples = np.random.default_rng(1).normal(size=(400_000, 6))
    squares = ((samples - samples.mean(1, keepdims=True)) ** 2).sum(1)
    errors = {c: float(((squares / c - 1) ** 2).mean()) for c in (4, 5, 6, 7, 8, 9)}
    assert min(errors, key=errors.__getitem__) == 7


def test_a_pool_of_width_two_meets_seven_columns() -> None:
    x = torch.zeros(1, 1, 7)
    assert F.max_pool1d(x, 2, 2).shape[-1] == 3
    assert F.max_pool1d(x, 2, 2, ceil_mode=True).shape[-1] == 4


def test_kernel_three_at_stride_two_covers_pixels_unevenly() -> None:
    covered = F.conv_transpose1d(torch.ones(1, 1, 6), torch.ones(1, 1, 3), stride=2)[0, 0]
    assert set(covered[1:-1].tolist()) == {1, 2}
    assert set(F.conv_transpose1d(torch.ones(1, 1, 6), torch.ones(1, 1, 4), stride=2)[0, 0, 2:-2].tolist()) == {2}


def test_ones_of_two_rows_and_three_columns_give_three() -> None:
    x, mu0, tau2, sigma2 = np.ones((2, 3)), 0.0, 1e12, 1.0
    assert (mu0 / tau2 + x.sum() / sigma2) / (1 / tau2 + len(x) / sigma2) == pytest.approx(3)


def test_a_fully_masked_row_is_nan_and_one_query_broadcasts() -> None:
    assert torch.full((4,), -math.inf).softmax(0).isnan().all()
    scores, mask = torch.zeros(1, 1, 1, 5), torch.ones(5, 5).tril().bool()
    assert scores.masked_fill(~mask, -math.inf).shape == (1, 1, 5, 5)


def test_half_precision_ends_before_the_sum_of_the_products() -> None:
    assert torch.finfo(torch.float16).max < 128 * 30 * 30
    assert 128 * 30 * 30 / math.sqrt(128) < torch.finfo(torch.float16).max
    assert torch.tensor(88.8).exp().isinf() and torch.tensor(11.2).half().exp().isinf()


def test_first_layer_has_large_maps_and_few_weights() -> None:
    layer = torch.nn.Conv2d(3, 64, 3, padding=1, device="meta")
    assert layer(meta_image(3, 512)).nbytes == 64 * 2**20
    assert sum(weight.nbytes for weight in layer.parameters()) == pytest.approx(7e3, rel=0.05)


def test_an_equal_temperature_is_not_warmer() -> None:
    def wait(temperatures: list[int], warmer: bool) -> list[int]:
        days = []
        for i, now in enumerate(temperatures):
            later = (j for j in range(i + 1, len(temperatures)) if temperatures[j] > now - (not warmer))
            days.append(next(later, i) - i)
        return days

    assert wait([70, 70, 71], warmer=True) == [2, 1, 0]
    assert wait([70, 70, 71], warmer=False) == [1, 1, 0]
