"""How answers to `min-window` are judged."""

import string
from collections.abc import Iterator

import torch

from reference_impls.algorithms.min_window.reference import min_window
from reference_impls.problem import Case, Draw, Law, Problem, Scenario, World, expect, sweep

LONG = 11_000
"""The statement asks for linear time: to count every window anew takes a billion steps here."""


def word(draw: Draw, letters: str, low: int, high: int) -> str:
    """Random letters."""
    return "".join(draw.choice(letters) for _ in range(draw.integer(low, high)))


def small(draw: Draw) -> tuple[str, str]:
    """Few letters, so that most pairs have a window, and some two of one length."""
    letters = draw.choice(("ab", "abc", "abAB"))
    return word(draw, letters, 0, 9), word(draw, letters, 0, 4)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one character", ("a", "a"))
    yield Case("a window in the middle", ("ADOBECODEBANC", "ABC"))
    yield Case("no window", ("abcd", "ax"))
    yield Case("t is empty", ("abc", ""))
    yield Case("s is empty", ("", "a"))
    yield Case("both are empty", ("", ""))
    yield Case("t is longer than s", ("aa", "aaa"))
    yield Case("a character twice in t", ("aebaXcabya", "aab"))
    yield Case("a character twice in t, once in s", ("abc", "aab"))
    yield Case("all of s", ("cab", "abc"))
    yield Case("two windows of one length", ("xabyybaz", "ab"))
    yield Case("the shortest at the end", ("aXXXbYYab", "ab"))
    yield Case("the shortest at the beginning", ("baXXaYYb", "ab"))
    yield Case("upper and lower case", ("aAbBAb", "AB"))
    yield Case("one character twice after a window", ("abcbaa", "ac"))
    yield Case("too many in the window", ("aaaabbbbc", "abc"))
    yield Case("any characters", ("naïve — 日本語 日 語", "語日"))
    yield Case("spaces count", ("a bc b xc", "b c"))
    yield sweep("min_window", small, calls=60)


def long_strings(world: World, draw: Draw) -> None:
    filler = draw.choice("xyz") * LONG
    got = world.call("min_window", f"a{filler}b{filler}ca{filler}bca{filler}", "abc")
    expect(got == "bca", f"among {5 * LONG} characters another window is found", "long")


def many_letters(world: World, draw: Draw) -> None:
    """To count every window anew takes most of a minute here, also with `str.count`: one letter is missing until the end."""
    filler, t = draw.choice(string.digits), string.ascii_letters
    got = world.call("min_window", f"{t[:-1]}{filler * 5 * LONG}{t}{filler * 99}", t)
    expect(got == t, f"among {5 * LONG} characters and {len(t)} letters another window is found", "letters")


PROBLEM = Problem(
    id="min-window",
    entries=(min_window,),
    cases=cases,
    laws=(Law("a long string", long_strings), Law("a long string and many letters", many_letters)),
    dtypes=(torch.float32,),
    grad=False,
)
