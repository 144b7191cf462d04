"""Torch's compiler runs nothing in a solution: what would only load it, for a second, works without."""

from __future__ import annotations

from textwrap import indent

import pytest

from interview_cli.grading.host.client import GradingClient

GELU = """
import sys

import torch


def gelu(x):
    {}
    assert "torch._dynamo" not in sys.modules, "the compiler is loaded"
    return x * (1 + torch.erf(x / 2**0.5)) / 2
"""
"""What is done beside belongs to the answer: what stands in the file's top level may fail."""
STEPS = """
for kind in ("Adadelta", "Adagrad", "Adam", "AdamW", "NAdam", "RAdam", "RMSprop", "SGD", "LBFGS"):
    w = torch.full((2,), 3.0, requires_grad=True)
    optimizer = getattr(torch.optim, kind)([w])

    def closure():
        assert torch.is_grad_enabled()
        optimizer.zero_grad()
        loss = (w**2).sum()
        loss.backward()
        return loss

    before = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda _: 1.0)
    closure()
    optimizer.step(closure if kind == "LBFGS" else None)
    before.step()
    optimizer.add_param_group({"params": [torch.ones(2, requires_grad=True)]})
    optimizer.load_state_dict(optimizer.state_dict())
    assert (w < 3).all() and w.grad_fn is None and torch.is_grad_enabled(), kind
"""
KEPT_IN_THE_GRAPH = """
rate = torch.tensor(0.5, requires_grad=True)
w = torch.ones(2, requires_grad=True)
held = w.clone()
held.grad = torch.full((2,), 3.0)
torch.optim.SGD([held], lr=rate, differentiable=True).step()
held.sum().backward()
assert rate.grad == -6 and w.grad.tolist() == [1, 1]
"""
COMPILED = """
@torch.compile
def one(x):
    return x

@torch.compile(fullgraph=True, mode="max-autotune")
def two(x):
    return x

layer = torch.nn.Linear(2, 2)
layer.compile()
assert torch.compile(layer, dynamic=True) is layer and layer(torch.ones(2)).shape == (2,)
assert (one.__name__, two.__name__, one(1), two(2)) == ("one", "two", 1, 2)
"""
DERIVATIVES = """
mse = torch.nn.functional.mse_loss
value, slope = torch.func.jvp(lambda x: mse(x, x * 0), (torch.eye(2)[0],), (torch.ones(2),))
assert (value.item(), slope.item()) == (0.5, 1)
cube = lambda x: (x**3).sum()
two = torch.full((2,), 2.0)
assert torch.func.grad(cube)(two).tolist() == [12, 12]
assert torch.func.vmap(torch.func.grad(torch.func.grad(cube)))(two).tolist() == [12, 12]
assert torch.func.vjp(cube, two)[1](torch.tensor(2.0))[0].tolist() == [24, 24]
assert torch.func.jacrev(torch.func.grad(cube))(two).diagonal().tolist() == [12, 12]
assert torch.func.hessian(cube)(two).diagonal().tolist() == [12, 12]
assert torch.func.grad(lambda x: 2.0 * torch.ones(()))(two).tolist() == [0, 0]
"""


@pytest.mark.parametrize(
    "beside", [STEPS, KEPT_IN_THE_GRAPH, COMPILED, DERIVATIVES], ids=["steps", "graph", "compiled", "derivatives"]
)
def test_what_needs_no_compiler_loads_none(beside: str, grader: GradingClient) -> None:
    verdict = grader.grade("gelu", GELU.format(indent(beside, "    ")), file="a.py", seed=4)
    assert verdict.ok, verdict.checks[:1]


def test_who_asks_for_the_compiler_by_name_gets_it(grader: GradingClient) -> None:
    source = GELU.replace("not in", "in").format("torch._dynamo.config.suppress_errors = True")
    verdict = grader.grade("gelu", source, file="a.py", seed=4)
    assert verdict.ok, verdict.checks[:1]
