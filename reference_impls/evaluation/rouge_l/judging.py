"""How answers to `rouge-l` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.evaluation.rouge_l.reference import rouge_l
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep

POLICE = ["police", "killed", "the", "gunman"]


def tokens(sentence: str) -> list[str]:
    """The words of a sentence."""
    return sentence.split()


def words(draw: Draw, length: int, kinds: int = 4) -> list[str]:
    """Few different words, so that much is common."""
    return [draw.choice(("the", "cat", "sat", "mat", "ran", "far")[:kinds]) for _ in range(length)]


def small(draw: Draw) -> tuple[list[str], list[str]]:
    return words(draw, draw.integer(0, 7), 3), words(draw, draw.integer(0, 7), 4)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one token", (["cat"], ["cat"]))
    yield Case("two tokens of three", (["the", "cat"], ["the", "big", "cat"]))
    yield Case("nothing in common", (["dog", "ran"], ["the", "big", "cat"]))
    yield Case("an empty candidate", ([], ["the", "cat"]))
    yield Case("an empty reference", (["the", "cat"], []))
    yield Case("both empty", ([], []))
    yield Case("the same sentence", (POLICE, POLICE))
    yield Case("another verb", (tokens("police kill the gunman"), POLICE))
    yield Case("another order", (tokens("the gunman kill police"), POLICE))
    yield Case("gaps in both", (tokens("a x b y c z z"), tokens("q a b q q c")))
    yield Case("a longer candidate", (tokens("so the police then killed the second gunman in town"), POLICE))
    yield Case("a longer reference", (["police", "gunman"], tokens("the police of the town killed the gunman at last")))
    yield Case("a repeated token", (["the"] * 4, tokens("the cat and the dog")))
    yield Case("a late match spoils earlier ones", (tokens("b a c d"), tokens("a c d b")))
    yield Case("an early match spoils later ones", (tokens("c a b x"), tokens("a b x c a")))
    yield Case("in reverse", (list("abcde"), list("edcba")))
    yield Case("parts of words don't match", (["sun", "flower"], ["sunflower", "flow"]))
    yield Case("numbers", ([3, 1, 4, 1], [3, 4, 5]))
    yield Case("a number isn't its digits", ([7, "cat"], ["7", "cat"]))
    yield sweep("rouge_l", small, calls=40)
    yield Case("twenty tokens", (words(draw, 20, 6), words(draw, 17, 6)))
    yield Case("thirty tokens", (words(draw, 35, 6), words(draw, 30, 6)))


PROBLEM = Problem(
    id="rouge-l",
    entries=(rouge_l,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
