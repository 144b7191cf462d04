"""How answers to `moe-router` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.llm.moe_router.reference import moe_router
from reference_impls.problem import Case, Draw, Law, Problem, World, expect


def apart(draw: Draw, N: int, E: int, scale: float = 0.5, shift: float = 0.0) -> Tensor:
    """Logits without near ties, each row in a random order of its own, all around `shift`."""
    order = torch.tensor([draw.permutation(E) for _ in range(N)], dtype=torch.float64)
    return draw.floating(shift + scale * (order - E / 2 + draw.uniform(N, E, high=0.5).double()))


def uneven(draw: Draw, N: int, E: int) -> Tensor:
    """Logits that favor the first experts, so that some of the last ones get no token."""
    return draw.floating(apart(draw, N, E, scale=0.3).double() - torch.arange(E).double())


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two tokens, three experts", (apart(draw, 2, 3), 1))
    yield Case("two of four", (apart(draw, 5, 4), 2))
    yield Case("three of six", (apart(draw, 7, 6), 3))
    yield Case("all experts", (apart(draw, 4, 3), 3))
    yield Case("one token", (apart(draw, 1, 5), 2))
    yield Case("top 1", (apart(draw, 9, 4), 1))
    yield Case("uneven loads", (uneven(draw, 8, 5), 2))
    yield Case("idle experts", (uneven(draw, 3, 8), 2))
    yield Case("as many tokens as experts", (apart(draw, 6, 6), 2))
    yield Case("a single expert", (apart(draw, 3, 1), 1))
    yield Case("logits in the hundreds", (apart(draw, 4, 5, scale=0.5, shift=300.0), 2))
    yield Case("logits far below 0", (apart(draw, 4, 5, scale=0.5, shift=-300.0), 3))
    yield Case("wide logits", (apart(draw, 4, 5, scale=2.0), 2))


def indices_are_long(world: World, draw: Draw) -> None:
    result = world.call("moe_router", apart(draw, 5, 4), 2)
    three = isinstance(result, tuple | list) and len(result) == 3
    expect(three, "return three values, (gates, indices, aux)", "three-values")
    dtype = torch.as_tensor(result[1]).dtype
    expect(dtype == torch.int64, f"indices are {str(dtype).removeprefix('torch.')}, expected long (int64)", "dtype")


PROBLEM = Problem(
    id="moe-router",
    entries=(moe_router,),
    cases=cases,
    laws=(Law("indices are long", indices_are_long),),
)
