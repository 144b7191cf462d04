"""The pair's second member is flow-sample's result, and the pairs of a coupled Gaussian flow are straight."""

from __future__ import annotations

import pytest
import torch

from reference_impls.diffusion.reflow_pairs.reference import reflow_pairs
from reference_impls.sampling.flow_sample.reference import flow_sample


@pytest.mark.parametrize("steps", [1, 3, 8])
def test_the_sample_is_that_of_the_flow_sampler(steps: int) -> None:
    x0 = torch.randn(3, 2, 4, dtype=torch.float64)
    kept = x0.clone()
    noise, sample = reflow_pairs(lambda x, t: torch.sin(x + t.view(-1, 1, 1)), x0, steps)
    assert noise is x0
    assert torch.equal(x0, kept)
    torch.testing.assert_close(sample, flow_sample(lambda x, t: torch.sin(x + t.view(-1, 1, 1)), x0, steps))


def test_a_constant_velocity_gives_the_same_pair_for_every_number_of_steps() -> None:
    x0, v = torch.randn(4, 5, dtype=torch.float64), torch.randn(4, 5, dtype=torch.float64)
    for steps in (1, 2, 7):
        torch.testing.assert_close(reflow_pairs(lambda x, t: v, x0, steps)[1], x0 + v)


def test_no_graph_hangs_on_the_sample() -> None:
    weight = torch.ones((), dtype=torch.float64, requires_grad=True)
    x0 = torch.randn(2, 3, dtype=torch.float64)
    assert not reflow_pairs(lambda x, t: weight * x, x0, 2)[1].requires_grad
