"""How answers to `bm25-score` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.llm.bm25_score.reference import bm25_scores
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep

WORDS = ("cat", "dog", "mat", "sat", "the", "hat", "ran", "far")


def tokens(draw: Draw, n: int, words: int = len(WORDS)) -> list[str]:
    """Random words, the first ones more often than the others."""
    return [WORDS[min(draw.integer(0, words - 1), draw.integer(0, words - 1))] for _ in range(n)]


def collection(draw: Draw, *lengths: int) -> list[list[str]]:
    """Random documents of these lengths."""
    return [tokens(draw, n) for n in lengths]


def small(draw: Draw) -> tuple[list[str], list[list[str]], float, float]:
    docs = [tokens(draw, draw.integer(1, 7), 5) for _ in range(draw.integer(1, 4))]
    return tokens(draw, draw.integer(0, 3), 6), docs, draw.choice((0.4, 1.2, 2.0)), draw.choice((0.0, 0.3, 1.0))


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one document", (["cat"], [["cat", "sat"]]))
    yield Case("three documents", (["dog"], [["dog"], ["cat", "dog", "ran"], ["cat", "sat"]]))
    yield Case("two tokens", (["cat", "hat"], collection(draw, 4, 7, 3)))
    yield Case("a token that no document has", (["zebra"], collection(draw, 3, 5)))
    yield Case("one token known, one not", (["the", "zebra"], [["the", "mat"], ["far", "far", "hat"], ["the"]]))
    yield Case("a token that comes often", (["cat"], [["cat"] * 5 + ["dog"] * 3, ["cat", "dog"], ["dog"]]))
    yield Case("a repeated query token", (["cat", "dog", "cat"], [["cat", "dog"], ["dog", "dog", "mat"], ["cat"]]))
    yield Case("a token of all documents", (["the"], [["the", "cat"], ["the", "the", "dog"], ["the"]]))
    yield Case("an empty query", ([], collection(draw, 3, 4)))
    yield Case("k1 and b given", (["cat", "the"], collection(draw, 6, 3, 9), 0.9, 0.4))
    yield Case("k1 and b by their names", (["dog", "cat"], collection(draw, 5, 2, 8)), {"k1": 2.0, "b": 0.3})
    yield Case("b alone", (["mat", "cat"], collection(draw, 5, 10, 3)), {"b": 0.2})
    yield Case("no discount of length", (["cat"], [["cat"], ["cat", "cat", "dog", "dog"], ["mat"]], 1.2, 0.0))
    yield Case("the full discount of length", (["cat"], [["cat"], ["cat", "cat", "dog", "dog"], ["mat"]], 1.2, 1.0))
    yield Case("long and short documents", (["cat", "mat"], collection(draw, 1, 30, 3, 12)))
    yield Case("the same document twice", (["dog"], [["dog", "cat"], ["dog", "cat"], ["mat", "sat", "cat"]]))
    yield Case("parts of words don't match", (["cat"], [["cats", "concat"], ["cat", "at"], ["mat"]]))
    yield Case("capitals", (["cat"], [["Cat", "dog"], ["cat", "mat", "the"], ["CAT"]]))
    yield sweep("bm25_scores", small, calls=30)
    yield Case("eight documents", (tokens(draw, 4), collection(draw, 8, 5, 13, 2, 7, 9, 4, 6)))


PROBLEM = Problem(
    id="bm25-score",
    entries=(bm25_scores,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
