"""A function that is evaluated inside a world sees the objects that are kept there."""

from __future__ import annotations

import torch

from interview_cli.grading.judge.local_world import LocalWorld
from reference_impls.inside import function


def test_a_function_is_called_with_the_module_itself() -> None:
    world = LocalWorld({})
    model = world.linear(torch.tensor([[2.0, 1.0]]), torch.tensor([0.5]))
    loss = function(world, "lambda model, x: model(x).sum().item()")
    assert world.call(loss, model, torch.tensor([[1.0, 3.0]])) == 5.5
