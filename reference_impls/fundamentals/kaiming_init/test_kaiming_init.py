"""The draws have the library's moments, and a deep ReLU network with them neither shrinks nor grows its signal."""

from __future__ import annotations

import math

import pytest
import torch

from reference_impls.fundamentals.kaiming_init.reference import kaiming_normal


@pytest.mark.parametrize(("fan_out", "fan_in"), [(300, 100), (100, 300), (900, 40)])
def test_it_has_the_spread_of_the_library(fan_out: int, fan_in: int) -> None:
    torch.manual_seed(0)
    ours = kaiming_normal(fan_out, fan_in)
    theirs = torch.nn.init.kaiming_normal_(torch.empty(fan_out, fan_in), nonlinearity="relu")
    assert ours.shape == theirs.shape
    assert float(ours.std()) == pytest.approx(float(theirs.std()), rel=0.02)
    assert float(ours.std()) == pytest.approx(math.sqrt(2 / fan_in), rel=0.02)
    quantiles = torch.linspace(0.01, 0.99, 21)
    torch.testing.assert_close(
        torch.quantile(ours.flatten(), quantiles), torch.quantile(theirs.flatten(), quantiles), rtol=0.08, atol=0.01
    )


def test_the_signal_keeps_its_size_through_thirty_layers() -> None:
    """With the variance 1 / fan_in it would shrink by 2^15."""
    torch.manual_seed(0)
    x = torch.randn(64, 256)
    start = float(x.square().mean())
    for width in [512, 256] * 15:
        x = (x @ kaiming_normal(width, x.shape[1]).T).relu()
    assert 0.2 < float(x.square().mean()) / start < 5
