"""How answers to `longest-k-distinct` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.longest_k_distinct.reference import longest_k_distinct
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep


def word(draw: Draw, letters: str, length: int) -> str:
    """Random letters."""
    return "".join(draw.choice(letters) for _ in range(length))


def small(draw: Draw) -> tuple[str, int]:
    """Few letters, so that most windows are longer than k."""
    return word(draw, draw.choice(("ab", "abc", "abcd", "aAbB ")), draw.integer(0, 12)), draw.integer(0, 4)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one character", ("a", 1))
    yield Case("no distinct character allowed", ("abc", 0))
    yield Case("an empty string", ("", 2))
    yield Case("at the beginning", ("eceba", 2))
    yield Case("at the end", ("abcbbcbc", 2))
    yield Case("in the middle", ("abcdcdcdxy", 2))
    yield Case("one distinct character", ("aabbbbcca", 1))
    yield Case("several characters leave at once", ("aaabbbcccccc", 1))
    yield Case("fewer distinct characters than k", ("abcab", 7))
    yield Case("exactly k distinct characters", ("abcabca", 3))
    yield Case("k is 0 and the string is empty", ("", 0))
    yield Case("upper and lower case", ("aAaAbBbbb", 2))
    yield Case("spaces and digits count", ("a b a1b1 b1", 3))
    yield Case("spaces at both ends", ("   ab   ", 1))
    yield Case("the oldest character is still in use", ("abaccc", 2))
    yield Case("two of them are still in use", ("abcdbaaa", 3))
    yield Case("any characters", ("日本日日本語語日本", 2))
    yield Case("codes that differ by 128 and by 256", ("aáššáab", 2))
    yield sweep("longest_k_distinct", small, calls=60)
    yield Case("eighty letters", (word(draw, "abcde", 80), 3))
    yield Case("three hundred letters", (word(draw, "abcdefgh", 300), 5))


PROBLEM = Problem(
    id="longest-k-distinct",
    entries=(longest_k_distinct,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
