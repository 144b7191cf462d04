"""How answers to `beam-search` are judged."""

import math
import random
from collections.abc import Iterator
from typing import Any

import torch

from reference_impls.llm.beam_search.reference import Model, beam_search
from reference_impls.problem import Draw, Observation, Problem, Scenario, World

ENTRY = "beam_search"

CLEAR = 1e-3
"""How far apart two scores are where one is kept and the other is not: further than any rounding."""


def random_model(draw: Draw, V: int, eos: int, bias: float) -> Model:
    """Log-probabilities that depend on all ids so far; the logit of eos is raised by `bias`."""
    seed, known = draw.integer(0, 2**30), dict[tuple[int, ...], Any]()

    def log_probs(ids: list[int]) -> Any:
        key = tuple(int(i) for i in ids)
        if key not in known:
            place = seed
            for i in key:
                place = (place * 1_000_003 + i + 1) % 2**61
            source = random.Random(place)  # much quicker than a generator of torch
            logits = [source.gauss(bias if i == eos else 0.0, 1.3) for i in range(V)]
            total = math.log(sum(map(math.exp, logits)))
            known[key] = draw.floating([logit - total for logit in logits]).numpy()
        return known[key].copy()

    return log_probs


def is_clear(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> bool:
    """Whether no decision of the search hangs on rounding: at the border of the beam, and between the best two at the end."""
    kept = [(0.0, [start])]
    for _ in range(max_len - 1):
        found = [one for one in kept if one[1][-1] == eos]
        for score, ids in kept:
            if ids[-1] != eos:
                found += [(score + p, [*ids, i]) for i, p in enumerate(log_probs(ids).tolist())]
        found.sort(key=lambda one: -one[0])
        if len(found) > beam and found[beam - 1][0] - found[beam][0] < CLEAR:
            return False
        kept = found[:beam]
    return len(kept) < 2 or kept[0][0] - kept[1][0] > CLEAR


def search(
    world: World, draw: Draw, V: int, beam: int, max_len: int, eos: int, bias: float = 0.0
) -> Iterator[Observation]:
    """One call on a random model whose decisions are clear."""
    start = (eos + draw.integer(1, V - 1)) % V
    model = random_model(draw, V, eos, bias)
    while not is_clear(model, start, beam, max_len, eos):
        model = random_model(draw, V, eos, bias)
    label = f"{V} tokens, start={start}, beam={beam}, max_len={max_len}, eos={eos}"
    yield label, world.call(ENTRY, world.spy(model), start, beam, max_len, eos)


def on_random_models(
    name: str, V: int, beam: int, max_len: int, eos: int, bias: float = 0.0, calls: int = 3
) -> Scenario:
    """A few calls of one kind."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        for number in range(calls):
            for label, value in search(world, draw, V, beam, max_len, eos, bias):
                yield f"model {number}: {label}", value

    return Scenario(name, steps)


def of_a_table(
    name: str, table: dict[tuple[int, ...], list[float]], V: int, beam: int, max_len: int, eos: int
) -> Scenario:
    """A call on probabilities that are written down by the ids after the start, which is 0; all others are equal."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        def log_probs(ids: list[int]) -> Any:
            row = table.get(tuple(int(i) for i in ids)[1:], [1 / V] * V)
            return draw.floating([math.log(p) for p in row]).numpy()

        named = {(0, *key): row for key, row in table.items()}
        label = f"probabilities {named}, start=0, beam={beam}, max_len={max_len}, eos={eos}"
        yield label, world.call(ENTRY, world.spy(log_probs), 0, beam, max_len, eos)

    return Scenario(name, steps)


def many_small(world: World, draw: Draw) -> Iterator[Observation]:
    """Random widths, lengths, and chances to end."""
    for number in range(24):
        V = draw.integer(2, 4)
        args = V, draw.integer(1, 4), draw.integer(2, 5), draw.integer(0, V - 1), draw.real(-1.0, 1.5)
        for label, value in search(world, draw, *args):
            yield f"model {number}: {label}", value


def cases(draw: Draw) -> Iterator[Scenario]:
    del draw
    yield on_random_models("the start alone", 3, 2, 1, 2, calls=1)
    yield on_random_models("one step", 4, 2, 2, 3)
    yield of_a_table(
        "the best first token is not on the best path",
        {(): [0.02, 0.5, 0.4, 0.08], (1,): [0.22, 0.25, 0.3, 0.23], (2,): [0.02, 0.03, 0.9, 0.05]},
        4, 2, 3, 3,
    )  # fmt: skip
    yield of_a_table(
        "a short one ends below what is unfinished",
        {(): [0.02, 0.6, 0.08, 0.3], (1,): [0.05, 0.7, 0.2, 0.05], (1, 1): [0.04, 0.1, 0.8, 0.06]},
        4, 2, 4, 3,
    )  # fmt: skip
    yield of_a_table(
        "a short one beats long ones of likelier tokens",
        {(): [0.05, 0.5, 0.15, 0.3], (1,): [0.1, 0.55, 0.15, 0.2], (1, 1): [0.1, 0.5, 0.12, 0.28]},
        4, 3, 4, 3,
    )  # fmt: skip
    yield of_a_table(
        "one that is finished is overtaken by two",
        {
            (): [0.02, 0.85, 0.03, 0.1], (1,): [0.1, 0.45, 0.4, 0.05], (1, 1): [0.27, 0.25, 0.24, 0.24],
            (1, 2): [0.01, 0.01, 0.97, 0.01],
        },
        4, 2, 4, 3,
    )  # fmt: skip
    yield of_a_table(
        "one that is finished is dropped and would win later",
        {
            (): [0.04, 0.5, 0.24, 0.22], (1,): [0.22, 0.25, 0.3, 0.23], (2,): [0.25, 0.27, 0.24, 0.24],
        },
        4, 2, 3, 3,
    )  # fmt: skip
    yield of_a_table(
        "one that is finished is pushed out by two and would win later",
        {
            (): [0.02, 0.85, 0.03, 0.1], (1,): [0.1, 0.45, 0.4, 0.05], (1, 1): [0.235, 0.26, 0.255, 0.25],
            (1, 2): [0.25, 0.26, 0.25, 0.24],
        },
        4, 2, 4, 3,
    )  # fmt: skip
    yield of_a_table(
        "the best path starts outside the beam",
        {
            (): [0.17, 0.35, 0.25, 0.21, 0.02], (1,): [0.2, 0.3, 0.18, 0.16, 0.16], (2,): [0.15, 0.17, 0.38, 0.16, 0.14],
            (3,): [0.1, 0.1, 0.05, 0.7, 0.05], (0,): [0.0025, 0.0025, 0.0025, 0.99, 0.0025],
        },
        5, 2, 3, 4,
    )  # fmt: skip
    yield of_a_table(
        "a short one stays in the beam",
        {
            (): [0.03, 0.66, 0.05, 0.26], (1,): [0.15, 0.36, 0.34, 0.15], (1, 1): [0.24, 0.27, 0.25, 0.24],
            (1, 2): [0.01, 0.01, 0.97, 0.01],
        },
        4, 2, 4, 3,
    )  # fmt: skip
    yield of_a_table(
        "the best path is the last in a beam wider than the vocabulary",
        {
            (): [0.6, 0.38, 0.02], (0,): [0.55, 0.43, 0.02], (1,): [0.52, 0.46, 0.02], (0, 0): [0.35, 0.33, 0.32],
            (0, 1): [0.35, 0.33, 0.32], (1, 0): [0.35, 0.33, 0.32], (1, 1): [0.02, 0.97, 0.01],
        },
        3, 4, 4, 2,
    )  # fmt: skip
    yield on_random_models("a beam of one", 4, 1, 5, 3)
    yield on_random_models("a beam wider than the vocabulary", 3, 5, 4, 0)
    yield on_random_models("a beam that holds everything", 2, 40, 5, 1)
    yield on_random_models("all end at once", 2, 2, 20, 1, bias=4.0)
    yield on_random_models("none ends", 3, 2, 6, 0, bias=-9.0, calls=2)
    yield on_random_models("eos is the first token", 4, 3, 5, 0, bias=0.5)
    yield on_random_models("eos is in the middle", 4, 2, 5, 1, bias=1.0)
    yield on_random_models("a longer search", 3, 3, 7, 2, bias=0.3, calls=2)
    yield Scenario("many small models", many_small)
    yield of_a_table(
        "a short one wins, and longer ones get places beside it",
        {
            (): [0.48, 0.16, 0.36], (0,): [0.14, 0.39, 0.47], (1,): [0.27, 0.38, 0.35], (0, 0): [0.55, 0.26, 0.19],
            (0, 1): [0.82, 0.12, 0.06], (1, 0): [0.68, 0.18, 0.14], (1, 1): [0.59, 0.37, 0.04],
        },
        3, 2, 4, 2,
    )  # fmt: skip
    yield of_a_table(
        "a short one wins by little",
        {
            (): [0.49, 0.04, 0.47], (0,): [0.43, 0.07, 0.5], (1,): [0.56, 0.03, 0.41], (0, 0): [0.62, 0.37, 0.01],
            (0, 1): [0.49, 0.02, 0.49], (1, 0): [0.31, 0.57, 0.12], (1, 1): [0.57, 0.09, 0.34],
        },
        3, 2, 4, 2,
    )  # fmt: skip


PROBLEM = Problem(
    id="beam-search",
    entries=(beam_search,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
