"""How answers to `grpo-advantages` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.alignment.grpo_advantages.reference import grpo_advantages
from reference_impls.problem import Case, Draw, Law, Problem, World, expect


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one group", (draw.normal(4),))
    difficulty = torch.tensor([[-3.0], [0.0], [4.0]], dtype=torch.float64)
    yield Case("prompts of different difficulty", (draw.floating(draw.normal(3, 5).double() + difficulty),))
    yield Case("rewards 0 and 1", (draw.floating([[1, 0, 0, 0, 0, 0, 0, 0], [1, 1, 0, 1, 1, 1, 0, 1]]),))
    yield Case("groups of two", (draw.normal(5, 2, scale=2.0),))
    yield Case("as many prompts as answers", (draw.normal(4, 4, scale=0.5),))
    steps = torch.tensor([[3.0, 0.0, 5.0, 1.0, 2.0, 4.0], [0.0, 2.0, 1.0, 5.0, 4.0, 3.0]], dtype=torch.float64)
    yield Case("spread of ten times eps", (draw.floating(5e-6 * (steps + draw.uniform(2, 6, high=0.8).double())),))
    yield Case("large eps", (draw.normal(2, 7, scale=0.6),), {"eps": 0.25})
    yield Case("std below eps", (draw.normal(3, 5, scale=0.1),), {"eps": 0.4})
    yield Case("one prompt", (draw.normal(1, 6),), {"eps": 1e-3})
    yield Case("some groups of equal rewards", (draw.floating([[1, 1, 1, 1], [0, 1, 1, 0], [0, 0, 0, 0]]),))
    yield Case("groups of one", (draw.normal(3, 1),))
    yield Case("a single reward", (draw.normal(1),))


def equal_rewards_give_exactly_zero(world: World, draw: Draw) -> None:
    constants = torch.cat([torch.tensor([0.1, 0.7, 0.3, 0.9]), draw.uniform(36, low=-1, high=1)])
    for size in (6, 7, 9, 13):
        result = torch.as_tensor(world.call("grpo_advantages", constants[:, None].repeat(1, size)))
        largest = float(result.abs().max())
        expect(largest == 0, f"{size} equal rewards give up to {largest:.3g}, expected exactly 0", "equal-rewards")
    for value in (0.1, 0.7):
        beside = torch.stack([torch.full((7,), value), torch.arange(7) % 2 * 1.0])
        largest = float(torch.as_tensor(world.call("grpo_advantages", beside))[0].abs().max())
        expect(largest == 0, f"7 times {value} beside another group gives up to {largest:.3g}, not 0", "equal-beside")
    for value in (0.1, 0.7):  # a single group is summed in another order, and its std may round too
        for size in (7, 9, 12):
            result = torch.as_tensor(world.call("grpo_advantages", torch.full((size,), value)))
            largest = float(result.abs().max())
            expect(largest == 0, f"{size} times {value} gives up to {largest:.3g}, expected exactly 0", "equal-rewards")


PROBLEM = Problem(
    id="grpo-advantages",
    entries=(grpo_advantages,),
    cases=cases,
    laws=(Law("equal rewards give exactly 0, also where their mean rounds", equal_rewards_give_exactly_zero),),
    grad=False,
)
