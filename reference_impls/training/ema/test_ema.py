"""The average against torch's AveragedModel and its closed form, and its independence of the model's memory."""

from __future__ import annotations

import pytest
import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from reference_impls.training.ema.reference import EMA


def network() -> nn.Module:
    return nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Sequential(nn.Linear(4, 2, bias=False))).double()


def train(model: nn.Module) -> None:
    """Other weights and other statistics."""
    with torch.no_grad():
        for p in model.parameters():
            p.add_(torch.randn_like(p))
    model(torch.randn(8, 3, dtype=torch.float64))


@pytest.mark.parametrize("decay", [0.0, 0.5, 0.999, 1.0])
def test_it_agrees_with_torchs_averaged_model(decay: float) -> None:
    model = network()
    ema = EMA(model, decay)
    theirs = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(decay))  # type: ignore[no-untyped-call]
    theirs.update_parameters(model)  # the first one copies
    for _ in range(4):
        train(model)
        ema.update(model)
        theirs.update_parameters(model)
    wanted = dict(theirs.module.named_parameters())
    assert ema.shadow.keys() == wanted.keys()
    for name, average in ema.shadow.items():
        torch.testing.assert_close(average, wanted[name].detach())


def test_after_n_steps_towards_a_constant_decay_to_the_n_of_the_start_is_left() -> None:
    model = network()
    start = {name: p.detach().clone() for name, p in model.named_parameters()}
    ema = EMA(model, 0.9)
    train(model)
    for _ in range(7):
        ema.update(model)
    for name, p in model.named_parameters():
        torch.testing.assert_close(ema.shadow[name], 0.9**7 * start[name] + (1 - 0.9**7) * p.detach())


def test_the_default_decay_is_0_999() -> None:
    assert EMA(network()).decay == 0.999


def test_no_memory_is_shared_before_or_after_copy_to_and_buffers_stay() -> None:
    model = network()
    ema = EMA(model, 0.5)
    train(model)
    ema.update(model)
    buffers = {name: buffer.clone() for name, buffer in model.named_buffers()}
    ema.copy_to(model)
    averages = {name: average.clone() for name, average in ema.shadow.items()}
    for name, p in model.named_parameters():
        torch.testing.assert_close(p.detach(), averages[name])
        assert p.requires_grad
    for name, buffer in model.named_buffers():
        assert torch.equal(buffer, buffers[name])
    train(model)
    for name, average in ema.shadow.items():
        assert torch.equal(average, averages[name])
        assert not average.requires_grad
