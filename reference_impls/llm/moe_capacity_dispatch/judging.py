"""How answers to `moe-capacity-dispatch` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.llm.moe_capacity_dispatch.reference import moe_dispatch
from reference_impls.problem import Case, Draw, Law, Problem, Scenario, World, dtype_of, expect, sweep


def routes(draw: Draw, N: int, k: int, E: int) -> Tensor:
    """k different experts for each of N tokens."""
    return torch.tensor([draw.permutation(E)[:k] for _ in range(N)]).view(N, k)


def popular(draw: Draw, N: int, k: int, E: int) -> Tensor:
    """Likewise, with the last expert among the choices of most tokens."""
    rows = []
    for _ in range(N):
        row = draw.permutation(E)[:k]
        if E - 1 not in row and draw.integer(0, 3):
            row[draw.integer(0, k - 1)] = E - 1
        rows.append(row)
    return torch.tensor(rows)


def small(draw: Draw) -> tuple[Tensor, int, int]:
    E = draw.integer(2, 4)
    return routes(draw, draw.integer(1, 5), draw.integer(1, E), E), E, draw.integer(1, 4)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one token, one expert", (torch.tensor([[0]]), 1, 1))
    yield Case("two tokens, two experts", (torch.tensor([[1], [0]]), 2, 2))
    yield Case("one token too many", (torch.tensor([[0], [0], [1], [0]]), 2, 2))
    yield Case("a first choice comes before an earlier token's second", (torch.tensor([[0, 1], [1, 0], [1, 2]]), 3, 2))
    yield Case("a dropped token has a second choice", (torch.tensor([[0, 1], [0, 2]]), 3, 1))
    yield Case("second choices dropped", (torch.tensor([[0, 1], [1, 0], [0, 1], [1, 0]]), 2, 3))
    yield Case("an idle expert", (torch.tensor([[2, 0], [0, 2], [2, 3]]), 4, 2))
    yield Case("the last experts idle", (torch.tensor([[0, 1], [1, 0]]), 4, 3))
    yield Case("room for all", (routes(draw, 5, 2, 4), 4, 10))
    yield Case("one slot each", (routes(draw, 6, 2, 4), 4, 1))
    yield Case("a popular expert", (popular(draw, 9, 2, 5), 5, 3))
    yield Case("all on one expert", (torch.full((5, 1), 2), 3, 4))
    yield Case("three choices", (popular(draw, 7, 3, 5), 5, 3))
    yield Case("every expert chosen", (routes(draw, 4, 3, 3), 3, 2))
    yield Case("exactly full", (torch.tensor([[0, 1], [0, 1], [1, 0]]), 2, 3))
    yield sweep("moe_dispatch", small, calls=30)
    yield Case("forty tokens", (popular(draw, 40, 2, 8), 8, 7))


def results_are_whole(world: World, draw: Draw) -> None:
    """Both are used as indices, which floats can't be."""
    for name, value in zip(
        ("slots", "table"), world.call("moe_dispatch", torch.tensor([[0, 1], [1, 0]]), 2, 1), strict=True
    ):
        dtype = dtype_of(value)
        expect("float" not in dtype, f"{name} are {dtype}, expected integers", "dtype")


PROBLEM = Problem(
    id="moe-capacity-dispatch",
    entries=(moe_dispatch,),
    cases=cases,
    laws=(Law("slots and table hold integers", results_are_whole),),
    grad=False,
    dtypes=(torch.float32,),
)
