"""The page agrees with the same block written with functions, and is the identity on positive inputs when bn2 is silent."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.nn import functional

from reference_impls.vision.residual_block.reference import ResidualBlock


def with_functions(x: Tensor, block: ResidualBlock, training: bool) -> Tensor:
    h = x
    for conv, bn in ((block.conv1, block.bn1), (block.conv2, block.bn2)):
        h = functional.conv2d(h, conv.weight, padding=1)
        mean, var = bn.running_mean.clone(), bn.running_var.clone()
        h = functional.batch_norm(h, mean, var, bn.weight, bn.bias, training=training)
        h = h.clamp(min=0) if conv is block.conv1 else h
    return functional.relu(h + x)


@pytest.mark.parametrize("training", [True, False])
def test_the_page_agrees_with_functions(training: bool) -> None:
    torch.manual_seed(0)
    block = ResidualBlock(3).train(training)
    for name, value in block.state_dict().items():
        value.copy_(torch.rand_like(value.float()) + 0.5 if "running_var" in name else torch.randn_like(value.float()))
    x = torch.randn(2, 3, 5, 4)
    want = with_functions(x, block, training)
    torch.testing.assert_close(block(x), want)


def test_with_a_silent_branch_it_passes_positive_inputs() -> None:
    block = ResidualBlock(2).eval()
    torch.nn.init.zeros_(block.bn2.weight)
    x = torch.rand(1, 2, 4, 4)
    torch.testing.assert_close(block(x), x)
    assert sorted(name for name, _ in block.named_parameters()) == [
        "bn1.bias",
        "bn1.weight",
        "bn2.bias",
        "bn2.weight",
        "conv1.weight",
        "conv2.weight",
    ]
