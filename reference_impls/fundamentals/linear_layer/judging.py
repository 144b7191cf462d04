"""How answers to `linear-layer` are judged."""

import math
from collections.abc import Iterator

import torch

from reference_impls.fundamentals.linear_layer.reference import Linear
from reference_impls.problem import Draw, Law, Problem, Scenario, World, expect, module_case

ENTRY = "Linear"


def cases(draw: Draw) -> Iterator[Scenario]:
    yield module_case("one row", ENTRY, (3, 2), lambda d: d.normal(1, 3))
    yield module_case("a batch", ENTRY, (3, 5), lambda d: d.normal(4, 3))
    yield module_case("no leading axes", ENTRY, (4, 3), lambda d: d.normal(4))
    yield module_case("sequences", ENTRY, (4, 2), lambda d: d.normal(3, 5, 4))
    yield module_case("as many outputs as inputs", ENTRY, (4, 4), lambda d: d.normal(4, 4))
    yield module_case("one input", ENTRY, (1, 4), lambda d: d.normal(3, 1))
    yield module_case("one output", ENTRY, (5, 1), lambda d: d.normal(2, 5))


def starts_small_and_different(world: World, draw: Draw) -> None:
    """Each bound is asked twice, with more inputs than outputs and the other way round.

    Xavier's bound lies between 1/√in and 1/√out.
    """
    for sizes in ((6, 40), (40, 6)):
        state = world.state(world.new(ENTRY, *sizes))
        weight = torch.as_tensor(state["weight"]).double()
        k = 1 / math.sqrt(sizes[0])
        xavier = math.sqrt(6 / sum(sizes))
        for tag, bound in (("far", max(k, xavier)), ("bound", k)):
            expect(
                bool((weight.abs() <= bound * 1.0001).all()),
                f"a weight is beyond 1/sqrt({sizes[0]}) at the start",
                f"{tag}-{sizes[0]}",
            )
        expect(
            len(set(weight.flatten().tolist())) > weight.numel() // 2,
            "the weights are equal at the start",
            "weights-equal",
        )
        bias = torch.as_tensor(state["bias"]).double()
        expect(
            bool((bias.abs() <= k * 1.0001).all()), f"a bias is beyond 1/sqrt({sizes[0]}) at the start", "bias-bound"
        )
        alike = bias.numel() > 1 and len(set(bias.tolist())) == 1 and bool(bias.any())
        expect(not alike, "all biases are one number, and not 0, at the start", "bias-equal")


def another_start_each_time(world: World, draw: Draw) -> None:
    first, second = (torch.as_tensor(world.state(world.new(ENTRY, 5, 4))["weight"]) for _ in range(2))
    expect(not torch.equal(first, second), "two new layers have the same weights", "same-weights")


PROBLEM = Problem(
    id="linear-layer",
    entries=(Linear,),
    cases=cases,
    laws=(
        Law("how it starts", starts_small_and_different),
        Law("two layers differ", another_start_each_time),
    ),
)
