"""The scores against exact fractions, and what a fusion must keep."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.llm.reciprocal_rank_fusion.reference import rrf

RANKINGS = st.lists(st.lists(st.sampled_from("abcdefg"), max_size=6, unique=True), max_size=4)


@given(RANKINGS, st.integers(1, 90))
def test_exact_fractions_give_the_same(rankings: list[list[str]], k: int) -> None:
    names = {name for ranking in rankings for name in ranking}
    exact = {n: sum((Fraction(1, k + r.index(n) + 1) for r in rankings if n in r), Fraction(0)) for n in names}
    fused = rrf(rankings, k)
    assert dict(fused) == pytest.approx({name: float(score) for name, score in exact.items()})
    assert [score for _, score in fused] == sorted((score for _, score in fused), reverse=True)
    assert len(fused) == len(names)


@given(st.lists(st.sampled_from("abcdefg"), unique=True))
def test_one_ranking_keeps_its_order(ranking: list[str]) -> None:
    assert [name for name, _ in rrf([ranking])] == ranking


@given(RANKINGS)
def test_the_same_rankings_again_double_every_score(rankings: list[list[str]]) -> None:
    once, twice = dict(rrf(rankings)), dict(rrf([*rankings, *rankings]))
    assert twice == pytest.approx({name: 2 * score for name, score in once.items()})
