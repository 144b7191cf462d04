"""The branch equals its block until its first step, and that step moves zero_out alone."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from reference_impls.conditioning.zero_conv.reference import ControlBranch


def branch_and_inputs() -> tuple[ControlBranch, nn.Module, torch.Tensor, torch.Tensor]:
    block = nn.Conv2d(3, 3, 3, padding=1).double()
    x, c = torch.randn(2, 3, 4, 5).double(), torch.randn(2, 3, 4, 5).double()
    return ControlBranch(block, 3).double(), block, x, c


def test_it_starts_as_its_block() -> None:
    branch, block, x, c = branch_and_inputs()
    assert torch.equal(branch(x, c), block(x))


def test_one_step_of_training_moves_zero_out_and_two_move_all_but_the_block() -> None:
    branch, block, x, c = branch_and_inputs()
    before = {name: value.clone() for name, value in branch.state_dict().items()}
    target = torch.randn_like(x)
    moved: list[set[str]] = []
    for _ in range(3):
        branch.zero_grad()
        functional.mse_loss(branch(x, c), target).backward()
        with torch.no_grad():
            for parameter in branch.parameters():
                if parameter.grad is not None:
                    parameter -= 0.1 * parameter.grad
        moved.append({name for name, value in branch.state_dict().items() if not torch.equal(value, before[name])})
    assert moved[0] == {"zero_out.weight", "zero_out.bias"}
    assert moved[2] == {name for name in before if not name.startswith("block.")}
    assert not any(parameter.requires_grad for parameter in block.parameters())


def test_trained_weights_give_the_formula() -> None:
    branch, block, x, c = branch_and_inputs()
    with torch.no_grad():
        for parameter in branch.parameters():
            if parameter.requires_grad:
                parameter.copy_(torch.randn_like(parameter))
    inner = x + functional.conv2d(c, branch.zero_in.weight, branch.zero_in.bias)
    copied = functional.conv2d(inner, branch.copy.weight, branch.copy.bias, padding=1)
    want = block(x) + functional.conv2d(copied, branch.zero_out.weight, branch.zero_out.bias)
    torch.testing.assert_close(branch(x, c), want)
