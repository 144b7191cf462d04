"""How answers to `lru-cache` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.lru_cache.reference import LRUCache
from reference_impls.inside import function
from reference_impls.problem import Draw, Law, Observation, Problem, Ref, Scenario, World, expect

ENTRY = "LRUCache"
MANY, ROUNDS = 40_000, 3
"""A list that is searched for each key takes more than a billion steps here, beyond the time limit."""

FOUND = "lambda get, put, steps: [got for s in steps for got in [put(*s) if len(s) == 2 else get(*s)] if len(s) == 1]"
LONG = (
    "lambda get, put, n, rounds: [[put(key, key + 1) for key in range(n)]"
    " and [sum(get(key * 31 % n) for key in range(n)[:: (-1) ** i]) for i in range(rounds)],"
    " [put(n + key, key) for key in range(n // 2)] and sum(get(key) for key in range(0, 2 * n, 4))]"
)

Steps = list[tuple[int, ...]]
"""(key,) is a get, (key, value) a put."""


def told(steps: Steps) -> str:
    """`put(1, 5) get(1)`."""
    return " ".join(f"{'put' if len(step) == 2 else 'get'}({', '.join(map(str, step))})" for step in steps)


def methods(world: World, cache: Ref) -> tuple[Ref, Ref]:
    """`get` and `put` of a cache. A cache may be a dict itself, and as an argument it would have to stay as it is."""
    return world.new((cache, "__getattribute__"), "get"), world.new((cache, "__getattribute__"), "put")


def script(name: str, capacity: int, steps: Steps) -> Scenario:
    """One cache, and what the gets return."""

    def run(world: World, draw: Draw) -> Iterator[Observation]:
        cache = world.new(ENTRY, capacity)
        yield f"capacity {capacity}: {told(steps)}", world.call(function(world, FOUND), *methods(world, cache), steps)

    return Scenario(name, run)


def random_steps(draw: Draw, count: int, keys: int) -> Steps:
    """Puts and gets of a few keys."""
    steps: Steps = []
    for _ in range(count):
        key = draw.integer(0, keys - 1)
        steps.append((key,) if draw.integer(0, 2) else (key, draw.integer(0, 99)))
    return steps


def sessions(world: World, draw: Draw) -> Iterator[Observation]:
    """Many short lives: what goes wrong in one order alone is met in one of them."""
    found = function(world, FOUND)
    for _ in range(25):
        capacity = draw.integer(1, 4)
        steps = random_steps(draw, 14, capacity + 2)
        yield (
            f"capacity {capacity}: {told(steps)}",
            world.call(found, *methods(world, world.new(ENTRY, capacity)), steps),
        )


def two_caches(world: World, draw: Draw) -> Iterator[Observation]:
    """They share nothing."""
    found, one, other = function(world, FOUND), world.new(ENTRY, 2), world.new(ENTRY, 3)
    world.call(found, *methods(world, one), [(1, 10), (2, 20)])
    yield (
        "a new cache beside another",
        world.call(found, *methods(world, other), [(1,), (2,), (5, 50), (6, 60), (7, 70), (5,)]),
    )
    yield "the first cache afterwards", world.call(found, *methods(world, one), [(5,), (1,), (2,)])


def many_keys(world: World, draw: Draw) -> None:
    """All are read in another order, forwards and backwards by turns; then half of them are evicted."""
    n = MANY
    read, left = world.call(function(world, LONG), *methods(world, world.new(ENTRY, n)), n, ROUNDS)
    expect(list(read) == ROUNDS * [n * (n + 1) // 2], f"{n} keys: not all of them are found", "many-read")
    latest = {key * 31 % n for key in range(n // 2, n)}  # read in the second half of the last round
    old = (key + 1 if key in latest else -1 for key in range(0, n, 4))
    new = (key if key < n // 2 else -1 for key in range(0, n, 4))
    expect(left == sum(old) + sum(new), f"{n} keys, then {n // 2} others: wrong ones are left", "many-left")


def one_by_one(world: World, draw: Draw) -> Iterator[Observation]:
    """The methods themselves."""
    cache = world.new(ENTRY, 2)
    yield "get of an empty cache", world.call((cache, "get"), 3)
    world.call((cache, "put"), 3, 7)
    yield "get after put(3, 7)", world.call((cache, "get"), 3)


def cases(draw: Draw) -> Iterator[Scenario]:
    a, b, c, d = (i + 1 for i in draw.permutation(40)[:4])
    yield Scenario("one key", one_by_one)
    yield script("a key that is absent", 2, [(a, 5), (b,)])
    yield script("the oldest is evicted", 2, [(a, 5), (b, 6), (c, 7), (a,), (b,), (c,)])
    yield script("a get is a use", 2, [(a, 5), (b, 6), (a,), (c, 7), (a,), (b,), (c,)])
    yield script("a put of a known key is a use", 2, [(a, 5), (b, 6), (a, 8), (c, 7), (b,), (a,), (c,)])
    yield script("a put of the value already there is a use", 2, [(a, 5), (b, 6), (a, 5), (c, 7), (b,), (a,), (c,)])
    yield script("a get of an absent key is none", 2, [(a, 5), (b, 6), (c,), (d,), (c, 7), (b,), (a,), (c,)])
    yield script("overwriting a full cache evicts nothing", 2, [(a, 5), (b, 6), (b, 9), (a,), (b,)])
    yield script("capacity 1", 1, [(a, 5), (a,), (b, 6), (a,), (b,), (b, 7), (b,)])
    yield script("key 0 and value 0", 2, [(0, 0), (a, 0), (0,), (a,), (b, 3), (0,), (a,)])
    yield script("a key comes back after its eviction", 2, [(a, 5), (b, 6), (c, 7), (a, 8), (b,), (c,), (a,)])
    yield script("used often but long ago", 2, [(a, 5), (a,), (a,), (a,), (b, 6), (c, 7), (a,), (b,), (c,)])
    yield script("falling keys", 3, [(9, 1), (8, 2), (7, 3), (6, 4), (9,), (8,), (7,), (6,)])
    yield script("a full turn", 3, [(a, 1), (b, 2), (c, 3), (b,), (a,), (d, 4), (c,), (b,), (a,), (d,)])
    yield Scenario("two caches", two_caches)
    yield Scenario("random lives", sessions)


PROBLEM = Problem(
    id="lru-cache",
    entries=(LRUCache,),
    cases=cases,
    laws=(Law("a large capacity", many_keys),),
    dtypes=(torch.float32,),
    grad=False,
)
