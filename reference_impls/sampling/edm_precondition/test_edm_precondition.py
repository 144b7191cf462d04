"""What the factors are for: unit variance in and out of the network, and the best linear denoiser where it does nothing."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.sampling.edm_precondition.reference import edm_precondition

DEVIATIONS = st.floats(0.002, 80)


@given(DEVIATIONS, DEVIATIONS)
def test_input_and_target_of_the_network_have_unit_variance(sigma: float, data: float) -> None:
    """Target: (y - c_skip x) / c_out with x = y + n, var y = data², var n = σ²."""
    c_skip, c_out, c_in, _ = (float(c) for c in edm_precondition(torch.tensor(sigma).double(), data))
    assert c_in**2 * (sigma**2 + data**2) == pytest.approx(1)
    assert ((1 - c_skip) ** 2 * data**2 + c_skip**2 * sigma**2) / c_out**2 == pytest.approx(1, rel=1e-6)


@given(DEVIATIONS, DEVIATIONS)
def test_the_skip_alone_is_the_posterior_mean_of_a_gaussian(sigma: float, data: float) -> None:
    """Precisions add: y|x has the mean x/σ² over (1/σ² + 1/data²)."""
    c_skip = edm_precondition(torch.tensor(sigma).double(), data)[0]
    assert float(c_skip) == pytest.approx(1 / sigma**2 / (1 / sigma**2 + 1 / data**2))


@given(DEVIATIONS, DEVIATIONS)
def test_no_other_skip_leaves_a_smaller_target(sigma: float, data: float) -> None:
    c_skip, c_out, _, _ = (float(c) for c in edm_precondition(torch.tensor(sigma).double(), data))
    for other in (c_skip - 0.01, c_skip + 0.01):
        assert (1 - other) ** 2 * data**2 + other**2 * sigma**2 > c_out**2 * (1 - 1e-9)


def test_known_values() -> None:
    values = edm_precondition(torch.tensor([0.5, 1.0]).double())
    wanted = [[0.5, 0.2], [0.5**1.5, 0.5 / 1.25**0.5], [2**0.5, 1.25**-0.5], [-0.1732867951, 0.0]]
    torch.testing.assert_close(torch.stack(values), torch.tensor(wanted).double(), rtol=1e-6, atol=1e-6)
