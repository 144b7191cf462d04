"""How answers to `online-softmax` are judged."""

import math
from collections.abc import Callable, Iterator

from torch import Tensor

from reference_impls.problem import Case, Draw, Observation, Problem, Scenario, World
from reference_impls.transformers.online_softmax.reference import online_softmax_stats

ENTRY = "online_softmax_stats"

HIDDEN = -math.inf


def scores(draw: Draw, *shape: int, sizes: tuple[int, ...], scale: float = 2.0) -> list[Tensor]:
    """Blocks of these lengths for rows of this shape."""
    return [draw.normal(*shape, n, mean=0.5, scale=scale) for n in sizes]


def steps_of(draw: Draw, *shape: int, sizes: tuple[int, ...], by: float) -> list[Tensor]:
    """Blocks whose maxima grow from one to the next, or fall."""
    return [draw.floating(draw.normal(*shape, n).double() + by * i) for i, n in enumerate(sizes)]


def large(draw: Draw, *centres: float) -> list[Tensor]:
    """Blocks of scores near these centres, in quarters, which float32 has exactly and their differences, too."""
    return [draw.floating(c + draw.integers(-12, 13, 2, 3, 4).double() / 4) for c in centres]


def hidden_in(draw: Draw, *numbers: int, blocks: int) -> list[Tensor]:
    """Blocks of which some, by number, hide all their scores."""
    found = scores(draw, 2, 3, sizes=tuple(range(2, 2 + blocks)))
    for number in numbers:
        found[number].fill_(HIDDEN)
    return found


def hidden_rows(draw: Draw) -> list[Tensor]:
    """Each row hides all scores of another block, and single scores elsewhere; every row sees something."""
    found = scores(draw, 2, 3, sizes=(4, 3, 5))
    for number, block in enumerate(found):
        block[:, number] = HIDDEN
        block[..., 0] = HIDDEN
    return found


def low_beside_hidden(draw: Draw) -> list[Tensor]:
    """Scores near -1e4 beside hidden ones: what stands for -inf has to be far below."""
    found = large(draw, -9997.0, -9996.0, -9997.0)
    for block in found:
        block[..., draw.integer(0, 3)] = HIDDEN
    return found


def streamed(name: str, make: Callable[[Draw], list[Tensor]]) -> Scenario:
    """The same blocks from an iterator that hands each out in the memory of the one before."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        yield "result", world.call(ENTRY, world.stream(make(draw)))

    return Scenario(name, steps)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one block", (scores(draw, 2, sizes=(3,)),))
    yield Case("one row without further axes, two blocks", (scores(draw, sizes=(3, 2)),))
    yield Case("blocks of several lengths", (scores(draw, 2, 3, sizes=(4, 1, 6)),))
    yield streamed("an iterator that reuses its buffer", lambda d: scores(d, 2, 3, sizes=(5, 2, 4, 1)))
    yield streamed("blocks of one length, in one buffer", lambda d: scores(d, 4, sizes=(3, 3, 3)))
    yield streamed("one score in each block", lambda d: scores(d, 3, 1, sizes=(1,) * 12))
    yield streamed("maxima that grow", lambda d: steps_of(d, 2, 2, sizes=(3, 5, 4, 2), by=2.5))
    yield streamed("maxima that fall", lambda d: steps_of(d, 3, 2, sizes=(4, 2, 3), by=-2.5))
    yield Case("four axes, as many rows as scores", (scores(draw, 2, 1, 3, sizes=(3, 3)),))
    yield Case("the first block hidden", (hidden_in(draw, 0, blocks=3),))
    yield streamed("the first two blocks hidden", lambda d: hidden_in(d, 0, 1, blocks=4))
    yield streamed("a block in the middle hidden", lambda d: hidden_in(d, 1, blocks=3))
    yield streamed("the last block hidden", lambda d: hidden_in(d, 2, blocks=3))
    yield streamed("each row hides another block", hidden_rows)
    yield Case("scores near 1e4", (large(draw, 9990.0, 9985.0, 9995.0),))
    yield Case("scores near -1e4", (large(draw, -9990.0, -9985.0, -9995.0),))
    yield streamed("from -1e4 to 1e4", lambda d: large(d, -9990.0, 200.0, 9990.0))
    yield streamed("from 1e4 to -1e4", lambda d: large(d, 9990.0, 9989.0, -9990.0))
    yield streamed("scores near -1e4 beside hidden ones", low_beside_hidden)
    yield Case("a batch of one row", (scores(draw, 1, sizes=(2, 3)),))


PROBLEM = Problem(
    id="online-softmax",
    entries=(online_softmax_stats,),
    cases=cases,
    grad=False,
)
