"""A constant velocity makes straight pairs; the sample carries no graph. The flow sampler: see the identities."""

from __future__ import annotations

import torch

from reference_impls.diffusion.reflow_pairs.reference import reflow_pairs


def test_a_constant_velocity_gives_the_same_pair_for_every_number_of_steps() -> None:
    x0, v = torch.randn(4, 5, dtype=torch.float64), torch.randn(4, 5, dtype=torch.float64)
    for steps in (1, 2, 7):
        torch.testing.assert_close(reflow_pairs(lambda x, t: v, x0, steps)[1], x0 + v)


def test_no_graph_hangs_on_the_sample() -> None:
    weight = torch.ones((), dtype=torch.float64, requires_grad=True)
    x0 = torch.randn(2, 3, dtype=torch.float64)
    assert not reflow_pairs(lambda x, t: weight * x, x0, 2)[1].requires_grad
