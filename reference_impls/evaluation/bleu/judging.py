"""How answers to `bleu` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.evaluation.bleu.reference import bleu
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep

CAT = ["the", "cat", "sat", "on", "the", "mat"]


def tokens(sentence: str) -> list[str]:
    """The words of a sentence."""
    return sentence.split()


def changed(draw: Draw, sentence: list[str], changes: int) -> list[str]:
    """The sentence with some of its words replaced, doubled or left out."""
    result = list(sentence)
    for _ in range(changes):
        i = draw.integer(0, len(result) - 1)
        result[i : i + 1] = draw.choice(([], [result[i]] * 2, ["so"], ["a", "dog"]))
        result = result or ["the"]
    return result


def words(draw: Draw, length: int) -> list[str]:
    """Few different words, so that n-grams repeat."""
    return [draw.choice(("a", "b", "c")) for _ in range(length)]


def small(draw: Draw) -> tuple[list[str], list[list[str]], int]:
    references = [words(draw, draw.integer(1, 9)) for _ in range(draw.integer(1, 3))]
    return words(draw, draw.integer(0, 9)), references, draw.integer(1, 4)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    other = tokens("there is a cat on the mat")
    long = tokens("it is a guide to action which ensures that the military always obeys the commands of the party")
    yield Case("one token", (["a"], [["a"]], 1))
    yield Case("the reference itself", (CAT, [CAT]))
    yield Case("one word differs", (tokens("the cat sat on the big mat"), [CAT]))
    yield Case("a repeated word is clipped", (["the"] * 7, [CAT, other], 1))
    yield Case("clipped by the reference that has it more often", (tokens("the the a cat"), [other, CAT], 1))
    yield Case("orders 1 and 2", (tokens("the cat on the mat"), [CAT], 2))
    yield Case("shorter than the reference", (tokens("the cat sat on"), [CAT]))
    yield Case("longer than the reference", ([*CAT, "on", "the", "mat"], [CAT]))
    yield Case(
        "two references, the closer one longer", (tokens("a b c d e"), [tokens("a b"), tokens("a b c d e f")], 2)
    )
    yield Case("two references, the closer one shorter", (tokens("a b c d e"), [list("abcd"), list("abcdefghi")], 2))
    yield Case("two references equally close", (tokens("a b c d e"), [list("abcdefg"), list("abc")], 2))
    yield Case("equally close, the shorter first", (tokens("a b c d e"), [list("abc"), list("abcdefg")], 3))
    yield Case(
        "parts from two references", (tokens("the cat sat on a big mat"), [CAT, tokens("a dog sat on a big mat")])
    )
    yield Case("no 4-gram in common", (tokens("the cat sat by the mat"), [CAT]))
    yield Case("no word in common", (["dogs", "bark", "at", "night"], [CAT]))
    yield Case("shorter than n", (["the", "cat", "sat"], [CAT]))
    yield Case("an empty candidate", ([], [CAT]))
    yield Case("upper and lower case differ", (tokens("The cat sat on the mat"), [CAT]))
    yield Case("another order", (tokens("on the mat the cat sat"), [CAT], 2))
    yield Case("repeated pairs", (tokens("a b a b a b"), [tokens("a b c a b")], 2))
    yield Case("order 5 by its name", (tokens("so the cat sat on the mat"), [CAT]), {"n": 5})
    yield Case("other tokens that join to the same characters", (["ab", "c", "so", "on"], [["a", "bc", "so", "on"]], 2))
    yield sweep("bleu", small, calls=40)
    yield Case("a long sentence", (changed(draw, long, 2), [long, changed(draw, long, 3), changed(draw, long, 4)]))


PROBLEM = Problem(
    id="bleu",
    entries=(bleu,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
