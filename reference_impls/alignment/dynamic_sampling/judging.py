"""How answers to `dynamic-sampling` are judged."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from reference_impls.alignment.dynamic_sampling.reference import informative_groups
from reference_impls.problem import Case, Draw, Observation, Problem, Scenario, World


def groups(draw: Draw, P: int, G: int, values: Sequence[float], single: float = 0.3) -> Tensor:
    """Half of the groups share one of the values; in the others it stands beside others, in some of them once."""
    table = torch.tensor(values, dtype=torch.float64)
    rewards = table[draw.integers(0, len(values), P, 1)].expand(P, G).clone()
    for p in range(P):
        if draw.permutation(P)[0] % 2 or p % 2:
            alone = draw.booleans(1, p=single).item()
            places = [draw.integer(0, G - 1)] if alone else draw.permutation(G)[: max(1, G // 2)]
            others = [value for value in values if value != float(rewards[p, 0])]
            rewards[p, places] = torch.tensor([draw.choice(others) for _ in places], dtype=torch.float64)
    return draw.floating(rewards)


def form(world: World, draw: Draw) -> Iterator[Observation]:
    """What comes back, but for its values."""
    result = world.call("informative_groups", groups(draw, 4, 3, [0, 1]))
    yield "whether it is a tensor", isinstance(result, Tensor)
    yield "the dtype", str(torch.as_tensor(result).dtype)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("three groups of two", (draw.floating([[1, 1], [0, 1], [0, 0]]),))
    yield Case(
        "right, wrong and mixed", (draw.floating([[0, 0, 0], [1, 1, 1], [0, 1, 0], [1, 0, 1], [1, 1, 0], [0, 0, 1]]),)
    )
    yield Case("rewards of 0 and 1", (groups(draw, 8, 5, [0, 1]),))
    yield Case("rewards of -1 and 1", (groups(draw, 9, 4, [-1, 1]),))
    yield Case("several grades", (groups(draw, 10, 6, [0, 0.25, 0.5, 1]),))
    same = [[0.1] * 7, [0.3] * 7, [0.7] * 7, [1e-3] * 7, [1 / 3] * 7]
    yield Case("equal rewards that no binary fraction holds", (draw.floating([*same, [0.1] * 6 + [0.3]]),))
    little = [[0.5, 0.5, 0.500002], [0.5, 0.5, 0.5], [3.0, 3.00001, 3.0], [0.5, 0.5005, 0.5]]
    yield Case("scores that differ a little", (draw.floating(little),))
    yield Case("groups of one", (draw.normal(4, 1),))
    yield Case("one prompt", (draw.floating([[0.2, 0.2, 0.9, 0.2]]),))
    yield Case("real-valued scores", (draw.normal(5, 3),))
    yield Case("ends that are equal", (draw.floating([[1, 0, 0, 1], [0, 1, 1, 0], [1, 1, 1, 1], [0, 0, 0, 0]]),))
    yield Case("as many answers as prompts", (groups(draw, 6, 6, [0, 1]),))
    yield Case(
        "values that cancel",
        (draw.floating([[-1, 1, 0], [-2, 2, 0], [0, -1, 1], [0, 0, 0], [-1, -1, -1], [2, -1, -1]]),),
    )
    yield Case(
        "large rewards", (draw.floating([[1e6, 1e6, 1e6], [1e6, 1e6, 1e6 + 1], [-1e6, -1e6, -1e6], [1e6, -1e6, 1e6]]),)
    )
    yield Case("whole numbers", (torch.tensor([[3, 3, 3], [3, 4, 3], [0, 0, 0]]),))
    big = 2**24
    yield Case("whole numbers that float32 rounds", (torch.tensor([[big, big + 1], [big + 1, big + 1], [big, big]]),))
    tiny = [[1e-7, 3e-7, 1e-7], [0.0, 1.5e-8, 0.0], [2e-9, 2e-9, 5e-9], [0.0, 1e-25, 0.0]]
    tiny += [[1e-12, 1e-12, 1e-12], [1e-25, 1e-25, 1e-25]]
    yield Case("rewards that are tiny", (draw.floating(tiny),))
    yield Scenario("a tensor of dtype bool", form)


PROBLEM = Problem(
    id="dynamic-sampling",
    entries=(informative_groups,),
    cases=cases,
)
