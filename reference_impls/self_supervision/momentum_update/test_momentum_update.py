"""The update of real networks: what remains of the start, and that an optimizer goes on."""

from __future__ import annotations

import copy

import pytest
import torch
from torch import nn

from reference_impls.self_supervision.momentum_update.reference import momentum_update


def network() -> nn.Module:
    return nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2)).double()


@pytest.mark.parametrize("m", [0.0, 0.5, 0.996, 1.0])
def test_m_to_the_n_of_the_start_remains(m: float) -> None:
    online, target = network(), network()
    start = copy.deepcopy(target)
    for _ in range(5):
        momentum_update(online, target, m)
    for o, s, t in zip(online.parameters(), start.parameters(), target.parameters(), strict=True):
        torch.testing.assert_close(t, m**5 * s + (1 - m**5) * o)


def test_statistics_of_batch_norm_are_those_of_the_online_network() -> None:
    online, target = network(), network()
    online(torch.randn(8, 3).double())
    momentum_update(online, target)
    for o, t in zip(online.buffers(), target.buffers(), strict=True):
        assert torch.equal(o, t) and o.data_ptr() != t.data_ptr()


def test_an_equal_target_stays_equal() -> None:
    online = network()
    target = copy.deepcopy(online)
    momentum_update(online, target, 0.9)
    for o, t in zip(online.state_dict().values(), target.state_dict().values(), strict=True):
        torch.testing.assert_close(o, t)


def test_the_loss_of_an_earlier_forward_pass_still_has_its_gradients() -> None:
    """The online network is read alone."""
    online, target = network(), network()
    loss = online(torch.randn(8, 3).double()).square().sum()
    momentum_update(online, target)
    loss.backward()
    assert all(p.grad is not None for p in online.parameters())
    assert all(p.grad is None and p.is_leaf for p in target.parameters())
