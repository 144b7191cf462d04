"""How answers to `mixture-of-experts` are judged."""

from collections.abc import Callable, Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.llm.mixture_of_experts.reference import moe_forward
from reference_impls.problem import GRADIENT, Draw, Observation, Problem, Scenario, Spy, World

ENTRY = "moe_forward"


def tokens_and_gate(draw: Draw, N: int, D: int, E: int, lean: float) -> tuple[Tensor, Tensor]:
    """Tokens whose logits are clearly apart, and a gate; `lean` makes the last experts unlikely."""
    gate = draw.normal(D, E).double()
    gate[0] -= lean * torch.arange(E).double()
    x = draw.normal(40 * N, D).double()
    x[:, 0] = x[:, 0].abs() + (1.0 if lean else 0.0)
    gaps = (x @ gate).sort(dim=-1).values.diff(dim=-1)
    clear = (gaps > 0.02).all(dim=-1) if E > 1 else torch.ones(len(x), dtype=torch.bool)
    return draw.floating(x[clear][:N]), draw.floating(gate)


def expert(number: int) -> Callable[[Tensor], Tensor]:
    """A function of each row by itself that differs from those of the other experts."""
    return lambda rows: ((0.4 + 0.3 * number) * rows + 0.5 * rows.roll(1, -1) + 0.2 * number).sin() + 0.1


def rows_seen(spy: Spy, D: int) -> Tensor:
    """All rows (n,D) that an expert was called with, sorted: their order and the number of calls are the answer's own affair."""
    seen = [torch.as_tensor((*call.args, *call.kwargs.values())[0]).detach().double() for call in spy.calls]
    rows = torch.cat([torch.zeros(0, D).double(), *(part.reshape(-1, part.shape[-1]) for part in seen)])
    return rows[rows[:, 0].argsort()]


def routing(world: World, draw: Draw, *, sizes: tuple[int, int, int], k: int, lean: float) -> Iterator[Observation]:
    """The output, the gradients, and what each expert sees."""
    x, gate = tokens_and_gate(draw, *sizes, lean)
    experts = [world.spy(expert(e)) for e in range(sizes[2])]
    yield "the output", world.call(ENTRY, x, gate, experts, k)
    seen = [rows_seen(spy, sizes[1]) for spy in experts]
    yield "how many tokens each expert sees", [len(rows) for rows in seen]
    for e, rows in enumerate(seen):
        yield f"the tokens that expert {e} sees, sorted", rows
    empty = [torch.as_tensor((*call.args, *call.kwargs.values())[0]).numel() == 0 for s in experts for call in s.calls]
    yield "whether an expert is called with no token", any(empty)
    fresh = [world.spy(expert(e)) for e in range(sizes[2])]
    _, gradients = world.gradients(ENTRY, x, gate, fresh, k, cotangents=[draw.normal(*sizes[:2])])
    for label, key in (("x", "args[0]"), ("gate", "args[1]")):
        yield f"{GRADIENT}{label}", gradients.get(key)


def cases(draw: Draw) -> Iterator[Scenario]:
    def run(name: str, N: int, D: int, E: int, k: int, lean: float = 0.0) -> Scenario:
        return Scenario(name, partial(routing, sizes=(N, D, E), k=k, lean=lean))

    yield run("two tokens, three experts, one each", 2, 4, 3, 1)
    yield run("two of four", 5, 3, 4, 2)
    yield run("three of five", 6, 4, 5, 3)
    yield run("all experts", 4, 5, 3, 3)
    yield run("one token", 1, 4, 5, 2)
    yield run("idle experts", 4, 3, 6, 2, lean=2.0)
    yield run("all tokens choose one expert", 3, 4, 3, 1, lean=9.0)
    yield run("as many tokens as experts and channels", 4, 4, 4, 2)
    yield run("a single expert", 3, 4, 1, 1)
    yield run("as many experts as tokens have slots", 6, 3, 2, 2)


PROBLEM = Problem(id="mixture-of-experts", entries=(moe_forward,), cases=cases)
