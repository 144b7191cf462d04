"""The page's rule entry by entry, at the weights with a meaning, and on distributions where guidance is known in closed form."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.sampling.cfg.reference import cfg_eps

X = torch.tensor([[0.3, -1.2, 2.0], [1.0, 0.0, -0.7]], dtype=torch.float64)
T = torch.tensor([3, 900])
C = torch.tensor([1, 4])


def model(x: Tensor, t: Tensor, c: Tensor | None) -> Tensor:
    return x.cos() + t.view(-1, 1) / 1000 if c is None else x.sin() * c.view(-1, 1)


@given(w=st.floats(-3, 15))
def test_every_entry_is_the_weighted_mean_with_weights_w_and_one_minus_w(w: float) -> None:
    got, conditional, unconditional = cfg_eps(model, X, T, C, w), model(X, T, C), model(X, T, None)
    for i in range(2):
        for j in range(3):
            wanted = w * float(conditional[i, j]) + (1 - w) * float(unconditional[i, j])
            assert float(got[i, j]) == pytest.approx(wanted, abs=1e-12)


def test_weight_zero_is_unconditional_one_is_conditional_and_the_default_is_seven_and_a_half() -> None:
    torch.testing.assert_close(cfg_eps(model, X, T, C, 0.0), model(X, T, None))
    torch.testing.assert_close(cfg_eps(model, X, T, C, 1.0), model(X, T, C))
    torch.testing.assert_close(cfg_eps(model, X, T, C), cfg_eps(model, X, T, C, 7.5))


@given(w=st.floats(0, 15))
def test_it_is_ho_and_salimans_form_with_their_weight_plus_one(w: float) -> None:
    """Eq. 6 of arXiv:2207.12598: (1 + w) ε_c - w ε_u."""
    paper = (1 + w) * model(X, T, C) - w * model(X, T, None)
    torch.testing.assert_close(cfg_eps(model, X, T, C, 1 + w), paper)


@pytest.mark.parametrize("w", [0.0, 1.0, 2.0, 5.0])
def test_between_gaussians_of_one_variance_it_is_the_score_of_a_shifted_mean(w: float) -> None:
    """p(x|c) = N(m_c, s²) and p(x) = N(m, s²): p(x) (p(x|c)/p(x))^w is the Gaussian around m + w (m_c - m)."""
    sigma, s2, mean, mean_c = 0.6, 1.3, -0.4, 0.9

    def exact(x: Tensor, t: Tensor, c: Tensor | None) -> Tensor:
        return sigma * (x - (mean if c is None else mean_c)) / s2

    torch.testing.assert_close(cfg_eps(exact, X, T, C, w), sigma * (X - (mean + w * (mean_c - mean))) / s2)


def test_two_calls_and_no_graph() -> None:
    conditions: list[Tensor | None] = []
    weight = torch.ones((), dtype=torch.float64, requires_grad=True)

    def recorded(x: Tensor, t: Tensor, c: Tensor | None) -> Tensor:
        conditions.append(c)
        return weight * model(x, t, c)

    assert not cfg_eps(recorded, X, T, C).requires_grad
    assert len(conditions) == 2
    assert [c is None for c in conditions].count(True) == 1
