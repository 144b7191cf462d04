"""Diffusion-DPO against plain arithmetic and against DPO with errors in the place of log-probabilities."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.alignment.diffusion_dpo_loss.reference import diffusion_dpo_loss
from reference_impls.alignment.dpo_loss.reference import dpo_loss


def four(seed: int, B: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    err_w, err_l, ref_w, ref_l = torch.rand(4, B, generator=generator, dtype=torch.float64)
    return err_w, err_l, ref_w, ref_l


@given(st.integers(0, 10_000), st.integers(1, 5), st.floats(0.1, 30))
def test_it_is_the_loop_over_pairs(seed: int, B: int, beta: float) -> None:
    errors = four(seed, B)
    terms = [
        math.log(1 + math.exp(beta * (w - rw - l + rl)))
        for w, l, rw, rl in zip(*(e.tolist() for e in errors), strict=True)
    ]
    assert float(diffusion_dpo_loss(*errors, beta)) == pytest.approx(sum(terms) / B, rel=1e-9)


def test_it_is_dpo_with_log_probabilities_that_are_minus_the_errors() -> None:
    err_w, err_l, ref_w, ref_l = four(1, 6)
    torch.testing.assert_close(
        diffusion_dpo_loss(err_w, err_l, ref_w, ref_l, 3.0), dpo_loss(-err_w, -err_l, -ref_w, -ref_l, 3.0)
    )


def test_at_the_reference_it_pulls_both_errors_apart() -> None:
    ref_w, ref_l = torch.rand(2, 4).double()
    err_w, err_l = (e.clone().requires_grad_() for e in (ref_w, ref_l))
    loss = diffusion_dpo_loss(err_w, err_l, ref_w, ref_l, 100.0)
    down, up = torch.autograd.grad(loss, (err_w, err_l))
    assert float(loss.detach()) == pytest.approx(math.log(2))
    torch.testing.assert_close(down, torch.full_like(down, 100 / 2 / 4))
    torch.testing.assert_close(up, -down)
