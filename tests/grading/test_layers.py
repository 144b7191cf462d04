"""Gradients that a layer keeps are found by their names, and its weights by theirs, or by what only its passes read."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from interview_cli.grading.candidate.adapting.modules.lacking import CannotBuild
from interview_cli.grading.candidate.adapting.modules.layers import BothPasses, is_gradient_of
from interview_cli.grading.candidate.adapting.results.returning import core
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED

SCALED = [("dout", REQUIRED), ("x", REQUIRED), ("weight", REQUIRED)]


@pytest.mark.parametrize(
    ("name", "weight"),
    [
        ("dW1", "W1"),
        ("dgamma", "gamma"),
        ("grad_weight", "weight"),
        ("weight_grad", "weight"),
        ("dLdBW", "BW"),
        ("dL_dW", "W"),
        ("_db1", "b1"),
        ("mean", "mean"),
    ],
)
def test_a_gradient_has_the_name_of_its_weight(name: str, weight: str) -> None:
    assert core(name) == weight


def test_only_what_is_marked_is_a_gradient() -> None:
    assert is_gradient_of("dW1", "w1", "W1")
    assert not is_gradient_of("W1", "w1", "W1")
    assert not is_gradient_of("dW1", "w2", "W2")


class Scaled:
    """Multiplies by what it holds beside what it has seen."""

    def __init__(self, dim: int) -> None:
        self.seen = torch.zeros(dim)
        self.factor = torch.ones(dim)

    def forward(self, x: Any) -> Any:
        """Keeps its input."""
        self.x = x
        self.seen = self.seen + x.sum(0)
        return x * self.factor

    def backward(self, dout: Any) -> Any:
        """Leaves the gradient of its factor."""
        self.dfactor = (dout * self.x).sum(0)
        return dout * self.factor


def test_a_weight_of_another_name_is_what_the_passes_read_and_never_write() -> None:
    x, weight, dout = torch.randn(4, 3), torch.randn(3), torch.randn(4, 3)
    dx, dweight = BothPasses(Scaled, "backward", SCALED, ["dx", "dweight"])(dout, x, weight)
    assert torch.equal(dx, dout * weight) and torch.equal(dweight, (dout * x).sum(0))


class Narrow(Scaled):
    """Has no place for a weight as wide as the input."""

    def __init__(self, dim: int) -> None:
        super().__init__(1)


def test_a_layer_without_a_place_for_a_weight_says_so() -> None:
    with pytest.raises(CannotBuild, match=r"Narrow has no weights in the place of weight \(3,\)"):
        BothPasses(Narrow, "backward", SCALED, ["dx", "dweight"])(torch.ones(4, 3), torch.ones(4, 3), torch.ones(3))
