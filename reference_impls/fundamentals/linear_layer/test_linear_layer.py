"""The page agrees with torch's layer, and starts as it does."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.fundamentals.linear_layer.reference import Linear


@pytest.mark.parametrize("lead", [(), (1,), (5,), (2, 3)])
def test_the_page_agrees_with_torch(lead: tuple[int, ...]) -> None:
    layer, x = Linear(4, 3), torch.randn(*lead, 4)
    torch.testing.assert_close(layer(x), functional.linear(x, layer.weight, layer.bias))


def test_it_starts_uniformly_within_the_bound() -> None:
    """The variance of U(-k, k) is k²/3."""
    torch.manual_seed(0)
    layer = Linear(25, 4000)
    assert float(layer.weight.detach().abs().max()) <= 0.2
    assert float(layer.weight.detach().var()) == pytest.approx(0.04 / 3, rel=0.02)
