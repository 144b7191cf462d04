"""How answers to `edit-distance` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.edit_distance.reference import edit_distance
from reference_impls.problem import Case, Draw, Problem, Scenario, sweep


def text(draw: Draw, n: int, letters: str) -> str:
    """Random letters."""
    return "".join(draw.choice(letters) for _ in range(n))


def edited(draw: Draw, word: str, edits: int, letters: str) -> str:
    """The word after random insertions, deletions and substitutions."""
    for _ in range(edits):
        place = draw.integer(0, len(word) - 1)
        kept = draw.choice(("", word[place]))
        word = word[:place] + draw.choice(("", draw.choice(letters))) + kept + word[place + 1 :]
    return word


def two_short_texts(draw: Draw) -> tuple[str, str]:
    letters = ("ab", "abc")[draw.integer(0, 1)]
    return text(draw, draw.integer(0, 7), letters), text(draw, draw.integer(0, 7), letters)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("two empty strings", ("", ""))
    yield Case("a is empty", ("", text(draw, 4, "abc")))
    yield Case("b is empty", (text(draw, 5, "abc"), ""))
    yield Case("one letter kept", ("a", "a"))
    yield Case("one letter substituted", ("a", "b"))
    yield Case("two letters swapped", ("ab", "ba"))
    yield Case("equal strings", (2 * ("same" + text(draw, 3, "abc")),) * 2)
    yield Case("a letter inserted at the start", ("planet", "xplanet"))
    yield Case("a letter deleted at the start", ("aplanet", "planet"))
    yield Case("a is a part of b", ("bcd", "xxbcdyyy"))
    yield Case("b is a part of a", ("xxxxbcdy", "bcd"))
    yield Case("a repeated letter", ("aaa", "aaaaaaa"))
    yield Case("a longer repetition becomes shorter", ("bbbbbb", "bb"))
    yield Case("no letter in common", ("aaaaa", "bbbbbbb"))
    yield Case("kitten, sitting", ("kitten", "sitting"))
    yield Case("execution, intention", ("execution", "intention"))
    yield Case("the first letter moves to the end", ("abcdefgh", "bcdefgha"))
    letters = "".join("abcdefghijklmnopqrstuvwxyz"[i] for i in draw.permutation(26))
    yield Case("the first eight letters move to the end", (letters, letters[8:] + letters[:8]))
    yield Case("the longest match is not the best alignment", ("abcdexxxx", "yyyyabcde"))
    yield Case("three letters, a is longer", (text(draw, 13, "abc"), text(draw, 9, "abc")))
    yield Case("three letters, b is longer", (text(draw, 8, "abc"), text(draw, 14, "abc")))
    yield Case("upper and lower case differ", ("Flaw", "fLaw"))
    yield Case("spaces and punctuation count", (" a, b.c ", "a,b c"))
    yield Case("letters beyond ASCII", ("größer, naïve Δx😀", "grosser, naive dx"))
    yield Case("letters beyond Latin-1 in common", ("Δx → 0", "Δt → 0"))
    yield sweep("edit_distance", two_short_texts)
    word = text(draw, 40, "acgt")
    yield Case("forty letters, a few edits", (word, edited(draw, word, 9, "acgt")))
    yield Case("a hundred letters", (text(draw, 100, "acgt"), text(draw, 90, "acgt")))
    yield Case("a distance above 255", (text(draw, 280, "ab"), text(draw, 11, "bc")))


PROBLEM = Problem(
    id="edit-distance",
    entries=(edit_distance,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
