"""The page's search against every sequence there is, greedy decoding, and a search that sets finished ones aside."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from reference_impls.llm.beam_search.reference import beam_search

Model = Callable[[list[int]], NDArray[np.float64]]
SEEDS = st.integers(0, 10_000)


def model_of(seed: int, V: int) -> Model:
    """Random log-probabilities that depend on all ids so far."""

    def log_probs(ids: list[int]) -> NDArray[np.float64]:
        source = random.Random(f"{seed} {ids}")
        weights = np.array([math.exp(source.gauss(0, 1.3)) for _ in range(V)])
        logs: NDArray[np.float64] = np.log(weights / weights.sum())
        return logs

    return log_probs


def score(log_probs: Model, ids: list[int]) -> float:
    return sum(float(log_probs(ids[:i])[ids[i]]) for i in range(1, len(ids)))


def sequences(V: int, start: int, max_len: int, eos: int) -> list[list[int]]:
    """All that end with their first eos, or have max_len ids without one before the last."""
    found = []
    for n in range(1, max_len):
        for tail in itertools.product(range(V), repeat=n):
            if eos not in tail[:-1] and (tail[-1] == eos or n == max_len - 1):
                found.append([start, *tail])
    return found


@given(SEEDS, st.integers(2, 3), st.integers(2, 5))
def test_a_beam_that_holds_everything_finds_the_best_of_all(seed: int, V: int, max_len: int) -> None:
    log_probs = model_of(seed, V)
    best = max(sequences(V, 0, max_len, V - 1), key=lambda ids: score(log_probs, ids))
    assert beam_search(log_probs, 0, V**max_len, max_len, V - 1) == best


@given(SEEDS, st.integers(2, 5), st.integers(1, 7))
def test_a_beam_of_one_is_greedy(seed: int, V: int, max_len: int) -> None:
    log_probs, ids = model_of(seed, V), [0]
    while len(ids) < max_len and ids[-1] != V - 1:
        ids.append(int(log_probs(ids).argmax()))
    assert beam_search(log_probs, 0, 1, max_len, V - 1) == ids


@given(SEEDS, st.integers(2, 4), st.integers(1, 4), st.integers(2, 6))
def test_setting_finished_ones_aside_finds_one_that_is_as_good_or_better(
    seed: int, V: int, beam: int, max_len: int
) -> None:
    """A score never grows: what a finished hypothesis keeps out of the beam could not have beaten it.

    It may be better: in the beam a finished one can be pushed out by others, which fall below it later.
    """
    log_probs, eos = model_of(seed, V), V - 1
    live, done = [(0.0, [0])], []
    for _ in range(max_len - 1):
        found = [(total + p, [*ids, i]) for total, ids in live for i, p in enumerate(log_probs(ids).tolist())]
        best = sorted(found, reverse=True)[:beam]
        done += [one for one in best if one[1][-1] == eos]
        live = [one for one in best if one[1][-1] != eos]
    assert score(log_probs, beam_search(log_probs, 0, beam, max_len, eos)) <= max(done + live)[0] + 1e-9


@given(SEEDS, st.integers(2, 4), st.integers(1, 4), st.integers(1, 6))
def test_the_answer_is_a_hypothesis(seed: int, V: int, beam: int, max_len: int) -> None:
    ids = beam_search(model_of(seed, V), 0, beam, max_len, V - 1)
    assert ids[0] == 0
    assert V - 1 not in ids[:-1]
    assert len(ids) == max_len or ids[-1] == V - 1


def table(ids: list[int]) -> NDArray[np.float64]:
    """After 1 all is open; after 2 it is nearly certain how it goes on."""
    rows = {(0,): [0.02, 0.5, 0.4, 0.08], (0, 1): [0.22, 0.25, 0.3, 0.23], (0, 2): [0.02, 0.03, 0.9, 0.05]}
    logs: NDArray[np.float64] = np.log(rows.get(tuple(ids), [0.25] * 4))
    return logs


@pytest.mark.parametrize(("beam", "best"), [(1, [0, 1, 2]), (2, [0, 2, 2]), (3, [0, 2, 2])])
def test_greedy_misses_what_two_hypotheses_find(beam: int, best: list[int]) -> None:
    assert beam_search(table, 0, beam, 3, 3) == best
