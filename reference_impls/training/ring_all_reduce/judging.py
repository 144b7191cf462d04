"""How answers to `ring-all-reduce` are judged."""

from collections.abc import Callable, Iterator
from typing import Any

import torch

from reference_impls.problem import Draw, Observation, Problem, Scenario, Spy, World
from reference_impls.training.ring_all_reduce.reference import ring_all_reduce

Link = Callable[[int], float]
"""The factor by which a rank's link scales what it carries."""


def perfect(src: int) -> float:
    """Everything arrives as it was sent."""
    return 1.0


def lossy(src: int) -> float:
    """Another factor for each link: what doesn't travel stays as it was."""
    return 0.5 + 0.125 * src


def messages(spy: Spy) -> list[tuple[int, int, Any]]:
    """(src, dst, chunk) of each call, however the arguments were passed."""
    names = ("src", "dst", "chunk")
    bound = [dict(zip(names, call.args, strict=False)) | call.kwargs for call in spy.calls]
    return [(int(each.get("src", -1)), int(each.get("dst", -1)), each.get("chunk")) for each in bound]


def run(P: int, n: int, link: Link = perfect, low: float = -1.0) -> Callable[[World, Draw], Iterator[Observation]]:
    """One call: the results, and all that was sent, step by step. The sends of a step may come in any order."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        buffers = [draw.uniform(n, low=low + r, high=1.0 + r).numpy() for r in range(P)]

        def carry(src: int, dst: int, chunk: Any) -> Any:
            """A new array; what a candidate sends arrives here as a tensor."""
            return torch.as_tensor(chunk).detach().mul(link(src)).numpy()

        spy = world.spy(carry)
        results = list(world.call("ring_all_reduce", buffers, spy))
        yield f"the number of arrays for {P} ranks", len(results)
        for r, result in enumerate(results):
            yield f"the array of rank {r} of {P}", result
        sent = messages(spy)
        yield f"how often {P} ranks send", len(sent)
        for number in range(2 * (P - 1)):
            phase, s = ("reduce-scatter", number) if number < P - 1 else ("all-gather", number - P + 1)
            step = sorted(sent[number * P : (number + 1) * P], key=lambda message: message[:2])
            yield f"(src, dst) of step {s} of the {phase}", [list(message[:2]) for message in step]
            for k, (_, _, chunk) in enumerate(step):  # a label for each, also where one rank sends twice
                yield f"chunk {k} of those sent in step {s} of the {phase}, in the order of the senders", chunk

    return steps


def cases(draw: Draw) -> Iterator[Scenario]:
    del draw
    yield Scenario("two ranks, four numbers", run(2, 4))
    yield Scenario("three ranks, two numbers each", run(3, 6))
    yield Scenario("three ranks, chunks of unequal length", run(3, 7))
    yield Scenario("one rank", run(1, 5))
    yield Scenario("more ranks than numbers", run(4, 3))
    yield Scenario("links that change what they carry", run(3, 8, lossy, low=0.5))
    yield Scenario("a single number", run(2, 1))
    yield Scenario("one rank, one number", run(1, 1))


PROBLEM = Problem(
    id="ring-all-reduce",
    entries=(ring_all_reduce,),
    cases=cases,
    dtypes=(torch.float64,),
    grad=False,
)
