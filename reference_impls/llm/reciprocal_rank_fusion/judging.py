"""How answers to `reciprocal-rank-fusion` are judged."""

from collections.abc import Iterator
from itertools import pairwise

import torch

from reference_impls.llm.reciprocal_rank_fusion.reference import rrf
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep

NAMES = ("kiwi", "fig", "date", "plum", "lime", "pear", "yam", "nut", "bean")


def with_absent(rankings: list[list[str]], k: float, *, next_rank: bool) -> list[float]:
    """The scores if an id that a ranking lacks had the rank behind its last one, or rank 0: two mistakes."""
    names = {name for ranking in rankings for name in ranking}
    return [
        sum(1 / (k + (r.index(name) + 1 if name in r else (len(r) + 1) * next_rank)) for r in rankings)
        for name in sorted(names)
    ]


def apart(rankings: list[list[str]], k: float) -> bool:
    """Whether no two scores are nearly equal: the statement promises it, and ties would hide two mistakes."""
    lists_of_scores = (
        [score for _, score in rrf(rankings, k)],
        with_absent(rankings, k, next_rank=True),
        with_absent(rankings, k, next_rank=False),
    )
    return all(b - a > 1e-9 for scores in lists_of_scores for a, b in pairwise(sorted(scores)))


def lists(draw: Draw, lengths: tuple[int, ...], k: float = 60) -> list[list[str]]:
    """Random rankings of these lengths without equal scores."""
    while True:
        rankings = [[NAMES[i] for i in draw.permutation(len(NAMES))[:length]] for length in lengths]
        if apart(rankings, k):
            return rankings


def small(draw: Draw) -> tuple[list[list[str]], float]:
    """A few rankings, some of them empty; single ones are always without equal scores."""
    k = draw.choice((0.5, 1, 7, 60))
    lengths = (draw.integer(0, 5), draw.integer(6, 8), *([draw.integer(7, 9)] * draw.integer(0, 1)))
    return lists(draw, lengths, k), k


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one ranking of one id", ([["a"]],))
    yield Case("one ranking", ([["pear", "fig", "kiwi"]],))
    yield Case("no ranking", ([],))
    yield Case("two rankings", ([["b", "a", "c", "d"], ["b", "c", "e"]],))
    yield Case("listed twice beats first once", ([["x", "p", "y"], ["p", "w", "y", "q"]], 60))
    yield Case("a small k: first once beats listed twice", ([["x", "p", "y"], ["p", "w", "y", "q"]], 0.5))
    yield Case("an id that one ranking lacks", ([["a", "b", "c"], ["c", "a"]],))
    yield Case("an empty ranking among others", ([["a", "b"], [], ["b", "c", "a"]],))
    yield Case("empty rankings alone", ([[], []],))
    yield Case("rankings of different lengths", (lists(draw, (9, 3, 5)),))
    yield Case("k by its name", (lists(draw, (4, 7), 10),), {"k": 10})
    yield Case("k = 1", (lists(draw, (6, 6, 8), 1), 1))
    yield Case("a ranking that comes twice", ([["a", "c", "b"], ["a", "c", "b"], ["b", "d", "e", "f", "c"]],))
    yield Case("four rankings", (lists(draw, (8, 7, 6, 9)),))
    yield sweep("rrf", small, calls=30)
    long = [f"d{i:03}" for i in draw.permutation(300)]
    yield Case("a long ranking", ([long, long[10:13]],))


PROBLEM = Problem(
    id="reciprocal-rank-fusion",
    entries=(rrf,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
