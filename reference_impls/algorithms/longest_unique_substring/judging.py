"""How answers to `longest-unique-substring` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.algorithms.longest_unique_substring.reference import longest_unique_substring
from reference_impls.problem import Case, Draw, Law, Problem, Scenario, World, expect, sweep

LONG, DIFFERENT = 50_000, 50
"""All pairs of places are a billion here, far beyond the time limit; a search from each place to its first repeat is not.

The statement asks for no more than that.
"""

LETTERS = "abcdefghijklmnopqrstuvwxyz"

BEYOND_LATIN = "αβγδжщюя中文字符漢語🙂🚀"

PRINTABLE = "".join(map(chr, range(32, 127)))


def spelled(draw: Draw, pattern: str, alphabet: str = LETTERS) -> str:
    """The pattern with other characters in the place of its own: equal stays equal, different stays different."""
    order = draw.permutation(len(alphabet))
    place = {character: order[index] for index, character in enumerate(sorted(set(pattern)))}
    return "".join(alphabet[place[character]] for character in pattern)


def text(draw: Draw, alphabet: str, length: int) -> str:
    """Random characters of the alphabet."""
    return "".join(alphabet[i] for i in draw.integers(0, len(alphabet), length).tolist())


def short_text(draw: Draw) -> tuple[str]:
    return ("".join("abcd"[i] for i in draw.integers(0, 4, draw.integer(1, 9)).tolist()),)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("the empty string", ("",))
    yield Case("one character", (spelled(draw, "a"),))
    yield Case("one character four times", (spelled(draw, "aaaa"),))
    yield Case("two characters in turn", (spelled(draw, "ababa"),))
    yield Case("all characters different", (spelled(draw, LETTERS),))
    yield Case("a window that begins inside the one before", (spelled(draw, "abac"),))
    yield Case("a repeat from before the window", (spelled(draw, "abba"),))
    yield Case("a repeat from before the window, longer", (spelled(draw, "abccdea"),))
    yield Case("several characters leave at once", (spelled(draw, "abcdedfgd"),))
    yield Case("the longest window stands first", (spelled(draw, "abcdefaaba"),))
    yield Case("the longest window stands last", (spelled(draw, "aabacbdefg"),))
    yield Case("a space counts", (" " + spelled(draw, "ab") + " " + spelled(draw, "a"),))
    yield Case("spaces at both ends count", (" " + spelled(draw, "abc") + " ",))
    word = spelled(draw, "abcde")
    yield Case("upper and lower case differ", (word + word.upper(),))
    yield Case("beyond Latin letters", (spelled(draw, "abcadefbgfh", BEYOND_LATIN),))
    yield sweep("longest_unique_substring", short_text)
    many = "".join(chr(0x4E00 + i) for i in draw.permutation(300))
    yield Case("300 different characters, repeated", (many + many[:40],))
    yield Case("150 of eight letters", (text(draw, LETTERS[:8], 150),))
    yield Case("200 printable characters", (text(draw, PRINTABLE, 200),))


def long_string(world: World, draw: Draw) -> None:
    different = "".join(chr(0x4E00 + i) for i in draw.permutation(DIFFERENT))
    got = world.call("longest_unique_substring", different * (LONG // DIFFERENT))
    expect(got == DIFFERENT, f"{LONG} characters have another length", "long")


PROBLEM = Problem(
    id="longest-unique-substring",
    entries=(longest_unique_substring,),
    cases=cases,
    laws=(Law("50,000 characters", long_string),),
    grad=False,
    dtypes=(torch.float32,),
)
