"""The few numbers and formulas of section 0, computed by allocating, simulating and solving."""

from __future__ import annotations

import numpy as np
import pytest

from interview_cli.domain import formula as formulas
from interview_cli.domain.items.question import Numeric
from interview_cli.domain.items.shown import draw
from tests.bank.truth import formula, numeric
from tests.packaged import packaged


def test_the_difference_of_two_means_is_two_of_its_standard_errors() -> None:
    seeds = numeric("q00-ablation-seeds", s=0.3, d=0.15)
    assert seeds == pytest.approx(32)
    runs = np.random.default_rng(0).normal(0, 0.3, size=(50_000, 2, round(seeds)))
    means = runs.mean(axis=2)
    assert 2 * float((means[:, 0] - means[:, 1]).std()) == pytest.approx(0.15, rel=0.01)


@pytest.mark.parametrize(("x_0", "eps", "t"), [(0.7, -1.2, 0.3), (-2.0, 0.4, 0.85)])
def test_velocity_from_predicted_noise(x_0: float, eps: float, t: float) -> None:
    x_t = (1 - t) * x_0 + t * eps
    assert formula("q00-noise-to-velocity", x_t=x_t, eps=eps, t=t) == pytest.approx(eps - x_0)


NUMERIC = [item for item in packaged().items.values() if isinstance(item, Numeric)]


@pytest.mark.parametrize("item", [item for item in NUMERIC if item.id.startswith("q00-")], ids=lambda item: item.id)
def test_neither_zero_nor_a_wrong_form_is_within_the_tolerance(item: Numeric) -> None:
    symbols = formulas.parameter_symbols(item.parameters)
    for seed in range(40):
        values = draw(item, seed)
        key = formulas.evaluate(formulas.parse(item.answer, symbols), values)
        room = item.tolerance.absolute or (item.tolerance.relative or 0) * abs(key)
        others = [formulas.evaluate(formulas.parse(one.form, symbols), values) for one in item.wrong]
        assert all(abs(key - other) > room for other in (0.0, *others)), (item.id, dict(values))
