"""The rule beside torch.amp.GradScaler, step by step."""

from __future__ import annotations

import random

import pytest
import torch

from reference_impls.training.dynamic_loss_scale.reference import update_loss_scale


@pytest.mark.parametrize(("growth", "backoff", "interval"), [(2.0, 0.5, 3), (1.5, 0.25, 1), (4.0, 0.5, 5)])
def test_a_run_agrees_with_the_kernel_of_grad_scaler(growth: float, backoff: float, interval: int) -> None:
    """`_amp_update_scale_` is what GradScaler.update calls; it writes into both tensors."""
    rng = random.Random(interval)
    theirs, tracker = torch.tensor(1024.0), torch.tensor(0, dtype=torch.int32)
    scale, good = 1024.0, 0
    for _ in range(60):
        found_inf = rng.random() < 0.2
        torch._amp_update_scale_(theirs, tracker, torch.tensor(float(found_inf)), growth, backoff, interval)
        scale, good = update_loss_scale(scale, good, found_inf, growth, backoff, interval)
        assert scale == pytest.approx(theirs.item(), rel=1e-5)
        assert good == tracker.item()


def test_a_scale_that_overflows_once_per_interval_stays() -> None:
    """One overflow takes back what one interval of clean steps gave."""
    scale, good = 1024.0, 0
    for step in range(1, 81):
        scale, good = update_loss_scale(scale, good, step % 4 == 0, interval=3)
        assert scale in (1024.0, 2048.0)
