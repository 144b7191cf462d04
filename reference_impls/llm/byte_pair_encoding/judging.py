"""How answers to `byte-pair-encoding` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.llm.byte_pair_encoding.reference import bpe_encode, bpe_train
from reference_impls.problem import Case, Draw, Observation, Problem, Scenario, World


def letters(draw: Draw, n: int, alphabet: str) -> str:
    """Random letters."""
    return "".join(draw.choice(alphabet) for _ in range(n))


def words(draw: Draw, n: int) -> str:
    """Random words, of which some come again and again."""
    return " ".join(draw.choice(("the", "that", "then", "hat", "cat", "other", "in", "Inn")) for _ in range(n))


def many_small(world: World, draw: Draw) -> Iterator[Observation]:
    """Both functions on short texts over few letters, where pairs are often equally frequent."""
    for _ in range(40):
        alphabet = draw.choice(("ab", "abc", "a b", "zyx"))
        text, n = letters(draw, draw.integer(0, 14), alphabet), draw.integer(0, 6)
        yield f"bpe_train({text!r}, {n})", world.call("bpe_train", text, n)
        merges = bpe_train(letters(draw, 40, alphabet), n)
        other = letters(draw, draw.integer(0, 12), alphabet)
        yield f"bpe_encode({other!r}, {merges})", world.call("bpe_encode", other, merges)


def train(name: str, text: str, n_merges: int) -> Case:
    return Case(f"train: {name}", (text, n_merges), entry="bpe_train")


def encode(name: str, text: str, learnt_from: str, n_merges: int) -> Case:
    return Case(f"encode: {name}", (text, bpe_train(learnt_from, n_merges)), entry="bpe_encode")


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield train("one pair", "abab", 1)
    yield train("a pair that overlaps itself", "aaa", 4)
    yield train("no merges asked for", "abab", 0)
    yield train("no pair occurs twice", "abcdefg", 3)
    yield train("an empty text", "", 3)
    yield train("one letter", "x", 2)
    yield train("stops when no pair occurs twice", "abcabd", 10)
    yield train("overlapping places count", "zzzzabab", 3)
    yield train("the smaller of two equally frequent pairs comes later", "ybyb-abab", 2)
    yield train("equally frequent pairs with the same first id", "adadxabab", 2)
    yield train("equally frequent pairs, one with a new id", "aaxaaxaax-bcbcbc", 5)
    yield train("pairs of new ids", "abcdabcdabcdabcd", 9)
    yield train("a run", "a" * 21, 9)
    yield train("spaces are letters like others", "a b a b a b c d c d", 4)
    yield train("upper and lower case differ", "AbabABaBab", 3)
    yield train("letters of two, three and four bytes", "größe größer ∇x∇x ∇ 😀😀😀", 12)
    yield train("words", words(draw, 30), 25)
    yield train("three letters", letters(draw, 150, "abc"), 20)
    yield train("fewer merges than there could be", letters(draw, 90, "pqr"), 4)
    yield encode("no merges", "abc", "", 0)
    yield encode("one pair", "abxab", "abab", 1)
    yield encode("an empty text", "", "abab", 1)
    yield encode("the pair overlaps itself", "aaaaa", "aaaaaa", 1)
    yield encode("nothing to merge", "xyz", "abab", 1)
    yield encode("an earlier merge takes the letter", "abc", "bcbcbc-abab", 2)
    yield encode("a pair of new ids", "abcdabab", "abcdabcdabcd", 3)
    yield encode("the first merge does not occur", "cdcd", "abababcdcd", 2)
    yield encode("a later merge before an earlier one", "cdabcdab", "abababcdcdcdx", 3)
    yield encode("letters beyond ASCII", "größte 😀", "größe größer 😀😀", 9)
    yield encode("letters that training never saw", "Ünïcode — 漢字", "the theme", 4)
    yield encode("words", words(draw, 12), words(draw, 40), 30)
    yield encode("three letters", letters(draw, 60, "abc"), letters(draw, 150, "abc"), 25)
    yield encode("a run", "b" * 23, "b" * 40, 5)
    yield Scenario("many small texts", many_small)


PROBLEM = Problem(
    id="byte-pair-encoding",
    entries=(bpe_train, bpe_encode),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
)
