"""The page counts the inputs that have a gradient: a stack of convolutions in torch, with weights of one."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from reference_impls.vision.receptive_field.reference import receptive_field


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(2, 4), st.integers(1, 3), st.integers(1, 3)), max_size=3))
def test_the_outermost_inputs_with_a_gradient_lie_that_far_apart(layers: list[tuple[int, int, int]]) -> None:
    x = torch.zeros(1, 1, 400, requires_grad=True)
    y = x
    for kernel, stride, dilation in layers:
        y = functional.conv1d(y, torch.ones(1, 1, kernel), stride=stride, dilation=dilation)
    (gradient,) = torch.autograd.grad(y[0, 0, 0], x)
    seen = gradient[0, 0].nonzero().flatten()
    assert int(seen[-1]) - int(seen[0]) + 1 == receptive_field(layers)


@pytest.mark.parametrize(("depth", "field"), [(1, 3), (2, 5), (5, 11)])
def test_each_3x3_layer_adds_two(depth: int, field: int) -> None:
    assert receptive_field([(3, 1, 1)] * depth) == field
