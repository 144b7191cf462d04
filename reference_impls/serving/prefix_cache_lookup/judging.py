"""How answers to `prefix-cache-lookup` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.inside import function
from reference_impls.problem import Draw, Law, Observation, Problem, Scenario, World, expect
from reference_impls.serving.prefix_cache_lookup.reference import PrefixCache

ENTRY = "PrefixCache"
MANY, ROUNDS = 30_000, 3
"""Whole prefixes as keys take more memory and time here than there is."""

LONG = (
    "lambda insert, lookup, n, rounds: [list(insert(list(range(n)))) == list(range(n)),"
    " [len(lookup(list(range(n)))) for _ in range(rounds)]]"
)

Steps = list[tuple[str, list[int]]]
"""(method, tokens)."""


def script(name: str, block_size: int, *steps: tuple[str, list[int]]) -> Scenario:
    """One cache, and what the calls return."""

    def run(world: World, draw: Draw) -> Iterator[Observation]:
        yield from told(world, block_size, list(steps))

    return Scenario(name, run)


def told(world: World, block_size: int, steps: Steps) -> Iterator[Observation]:
    """What each call of a new cache returns, labelled with all calls up to it."""
    cache, calls = world.new(ENTRY, block_size), f"PrefixCache({block_size})"
    for method, tokens in steps:
        calls += f", {method}({tokens})"
        yield calls, world.call((cache, method), tokens)


def sessions(world: World, draw: Draw) -> Iterator[Observation]:
    """Short lives with few tokens: blocks come again, after the same and after other prefixes."""
    for _ in range(10):
        block_size = draw.integer(1, 3)
        steps: Steps = []
        for _ in range(6):
            tokens = draw.integers(0, 2, draw.integer(0, 4 * block_size)).tolist()
            steps.append((("insert", "lookup")[draw.integer(0, 1)], tokens))
        yield from told(world, block_size, steps)


def two_caches(world: World, draw: Draw) -> Iterator[Observation]:
    """They share nothing."""
    one, other = world.new(ENTRY, 2), world.new(ENTRY, 3)
    yield "insert into the first", world.call((one, "insert"), [5, 6, 7, 8, 9, 10])
    yield "lookup in the second, empty", world.call((other, "lookup"), [5, 6, 7, 8])
    yield "insert into the second", world.call((other, "insert"), [7, 8, 9, 5, 6, 7])
    yield "lookup in the first, afterwards", world.call((one, "lookup"), [5, 6, 7, 8, 9])


def cases(draw: Draw) -> Iterator[Scenario]:
    a, b, c, d, e, f, g, h = (i + 1 for i in draw.permutation(60)[:8])
    yield script("a block comes back", 2, ("insert", [a, b, c, d, e]), ("lookup", [a, b, c, d, f]), ("lookup", [a, b]))
    yield script(
        "one token is left uncovered",
        3,
        ("insert", [a, b, c, d, e, f]),
        ("lookup", [a, b, c, d, e, f]),
        ("lookup", [a, b, c, d, e, f, g]),
        ("lookup", [a, b, c]),
        ("lookup", [a, b, c, d]),
        ("lookup", [a, b]),
    )
    yield script(
        "the same block after another prefix",
        2,
        ("insert", [a, b, c, d]),
        ("insert", [e, f, c, d]),
        ("lookup", [c, d, a]),
        ("lookup", [e, f, c, d, a]),
        ("insert", [c, d, a, b]),
    )
    yield script(
        "the same two blocks after another prefix",
        2,
        ("insert", [a, b, c, d, e, f]),
        ("insert", [g, h, c, d, e, f]),
        ("lookup", [g, h, c, d, e, f, a]),
        ("insert", [a, b, c, d, e, f]),
    )
    yield script(
        "known blocks and new ones",
        2,
        ("insert", [a, b, c, d, e]),
        ("insert", [a, b, e, f, g, h]),
        ("insert", [a, b, c, d, g, h]),
        ("lookup", [a, b, c, d, g, h, a]),
    )
    yield script(
        "a lookup inserts nothing",
        2,
        ("lookup", [a, b, c, d]),
        ("lookup", [a, b, c, d]),
        ("insert", [c, d, a, b]),
        ("lookup", [a, b, c]),
        ("insert", [a, b]),
    )
    yield script("an unknown block between", 1, ("insert", [a, b, c]), ("lookup", [a, d, c, e]), ("lookup", [d, a, b]))
    yield script("blocks of one token, all alike", 1, ("insert", [a, a, a]), ("lookup", [a] * 5), ("insert", [a] * 5))
    yield script("no tokens", 2, ("lookup", []), ("insert", []), ("insert", [a]), ("lookup", [a, b]))
    yield script("order within a block", 3, ("insert", [a, b, c]), ("insert", [b, a, c]), ("lookup", [c, b, a, d]))
    yield script("a partly full block is none", 3, ("insert", [a, b, c, d, e]), ("insert", [a, b, c, d, e, f, g]))
    yield script("child of block 0, and first block", 2, ("insert", [a, b, c, d]), ("insert", [c, d]))
    yield script("tokens 0 and 1", 2, ("insert", [0, 0, 0, 1, 1, 0]), ("insert", [0, 1, 0, 0]), ("lookup", [0, 0, 0]))
    yield script("blocks longer than the prompt", 16, ("insert", [a, b, c]), ("lookup", [a, b, c]))
    yield Scenario("two caches", two_caches)
    yield Scenario("random lives", sessions)


def long_sequences(world: World, draw: Draw) -> None:
    """Blocks of one token, as many as tokens."""
    cache = world.new(ENTRY, 1)
    methods = [world.new((cache, "__getattribute__"), name) for name in ("insert", "lookup")]
    inserted, covered = world.call(function(world, LONG), *methods, MANY, ROUNDS)
    expect(bool(inserted), f"{MANY} blocks: insert does not return 0, 1, 2, ...", "long-insert")
    expect(list(covered) == [MANY - 1] * ROUNDS, f"{MANY} blocks: lookup does not find all but one", "long-lookup")


PROBLEM = Problem(
    id="prefix-cache-lookup",
    entries=(PrefixCache,),
    cases=cases,
    laws=(Law("long sequences", long_sequences),),
    dtypes=(torch.float32,),
    grad=False,
)
