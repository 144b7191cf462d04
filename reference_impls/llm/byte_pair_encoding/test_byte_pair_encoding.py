"""The page's merges against a quadratic oracle on strings, what encoding undoes, and worked examples."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reference_impls.llm.byte_pair_encoding.reference import bpe_encode, bpe_train

TEXTS = st.text("ab cé", max_size=24)


def trained_on_strings(text: str, n_merges: int) -> list[tuple[tuple[int, int], int]]:
    """Ids as characters: `str.replace` goes from the left without overlap, `str.startswith` looks at every place."""
    ids, merges = "".join(map(chr, text.encode("utf-8"))), []
    for new in range(256, 256 + n_merges):
        best = min(
            (
                (-sum(ids.startswith(ids[i : i + 2], j) for j in range(len(ids))), ids[i : i + 2])
                for i in range(len(ids) - 1)
            ),
            default=(0, ""),
        )
        if best[0] > -2:
            break
        ids = ids.replace(best[1], chr(new))
        merges.append(((ord(best[1][0]), ord(best[1][1])), new))
    return merges


def spelled(ids: list[int], merges: list[tuple[tuple[int, int], int]]) -> str:
    """The text of the ids: each new id stands for the bytes of its pair."""
    token = {i: bytes([i]) for i in range(256)}
    for (first, second), new in merges:
        token[new] = token[first] + token[second]
    return b"".join(token[i] for i in ids).decode("utf-8")


@given(TEXTS, st.integers(0, 12))
def test_training_is_that_of_the_oracle(text: str, n_merges: int) -> None:
    assert bpe_train(text, n_merges) == trained_on_strings(text, n_merges)


@given(TEXTS, TEXTS, st.integers(0, 12))
def test_encoding_is_undone_by_spelling_the_tokens_out(text: str, learnt_from: str, n_merges: int) -> None:
    merges = bpe_train(learnt_from, n_merges)
    assert spelled(bpe_encode(text, merges), merges) == text


@given(TEXTS, TEXTS, st.integers(0, 12))
def test_the_lowest_known_pair_first_gives_the_same(text: str, learnt_from: str, n_merges: int) -> None:
    """As tokenisers do it: the leftmost pair of the lowest rank, one at a time, until none is known."""
    merges = bpe_train(learnt_from, n_merges)
    new_of, ids = dict(merges), list(text.encode("utf-8"))
    while known := [(new_of[pair], i) for i, pair in enumerate(pairwise(ids)) if pair in new_of]:
        new, place = min(known)
        ids[place : place + 2] = [new]
    assert bpe_encode(text, merges) == ids


@given(TEXTS, st.integers(0, 12))
def test_fewer_merges_are_the_first_of_more(text: str, n_merges: int) -> None:
    assert bpe_train(text, n_merges) == bpe_train(text, n_merges + 5)[:n_merges]


def test_a_worked_example() -> None:
    """ "aaabdaaabac": aa, then (tie of three pairs that occur twice) ab, then both together."""
    merges = bpe_train("aaabdaaabac", 20)
    assert merges == [((97, 97), 256), ((97, 98), 257), ((256, 257), 258)]
    assert bpe_encode("aaabdaaabac", merges) == [258, 100, 258, 97, 99]


def test_overlapping_places_count_and_are_replaced_from_the_left() -> None:
    merges = bpe_train("aaa", 5)
    assert merges == [((97, 97), 256)]
    assert bpe_encode("aaa", merges) == [256, 97]
    assert bpe_encode("aaaaa", merges) == [256, 256, 97]
