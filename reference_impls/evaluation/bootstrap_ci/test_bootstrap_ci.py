"""The interval beside scipy's bootstrap on the same resamples, and how often it covers the truth."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from scipy import stats

from reference_impls.evaluation.bootstrap_ci.reference import bootstrap_ci


class Replayed(np.random.Generator):
    """A generator whose integers are the given resamples."""

    def __init__(self, indices: np.ndarray[Any, Any]) -> None:
        super().__init__(np.random.PCG64(0))
        self.indices = indices

    def integers(self, *args: Any, **kwargs: Any) -> Any:
        return self.indices


@pytest.mark.parametrize("alpha", [0.05, 0.2, 0.5])
def test_scipy_agrees_on_the_same_resamples(alpha: float) -> None:
    torch.manual_seed(0)
    a, b = torch.randn(9, dtype=torch.float64) + 0.4, torch.randn(9, dtype=torch.float64)
    indices = torch.randint(0, 9, (40, 9))
    theirs = stats.bootstrap(
        (a.numpy(), b.numpy()),
        lambda x, y, axis: x.mean(axis=axis) - y.mean(axis=axis),
        n_resamples=40,
        paired=True,
        confidence_level=1 - alpha,
        method="percentile",
        random_state=Replayed(indices.numpy()),
    ).confidence_interval
    difference, low, high = bootstrap_ci(a, b, indices, alpha)
    assert (low, high) == pytest.approx((theirs.low, theirs.high))
    assert difference == pytest.approx(float(a.mean() - b.mean()))


def test_an_interval_of_80_percent_covers_the_truth_in_about_80_percent() -> None:
    torch.manual_seed(1)
    covered = 0
    for _ in range(300):
        hard = torch.randn(40, dtype=torch.float64)
        a, b = hard + 0.5 + 0.3 * torch.randn(40), hard + 0.3 * torch.randn(40)
        _, low, high = bootstrap_ci(a, b, torch.randint(0, 40, (200, 40)), 0.2)
        covered += low <= 0.5 <= high
    assert 0.7 < covered / 300 < 0.88


def test_items_that_are_hard_for_both_do_not_widen_it() -> None:
    torch.manual_seed(2)
    a, b, hard = torch.randn(3, 12, dtype=torch.float64)
    indices = torch.randint(0, 12, (50, 12))
    assert bootstrap_ci(a + 100 * hard, b + 100 * hard, indices) == pytest.approx(bootstrap_ci(a, b, indices))
