"""The scores term by term in another form, and the limits in k1 and b."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.llm.bm25_score.reference import bm25_scores

TOKENS = st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=6)
DOCS = st.lists(TOKENS, min_size=1, max_size=5)


@given(TOKENS, DOCS, st.floats(0.1, 3), st.floats(0, 1))
def test_a_weight_for_each_pair_gives_the_same(query: list[str], docs: list[list[str]], k1: float, b: float) -> None:
    """idf = ln((N + 1) / (df + 0.5)), and tf (k1 + 1) / (tf + K) = (k1 + 1) / (1 + K / tf)."""
    total = sum(len(doc) for doc in docs)

    def weight(token: str, doc: list[str]) -> float:
        if token not in doc:
            return 0.0
        df = len([other for other in docs if token in other])
        K = k1 * (1 + b * (len(doc) * len(docs) / total - 1))
        return math.log((len(docs) + 1) / (df + 0.5)) * (k1 + 1) / (1 + K / doc.count(token))

    expected = [sum(weight(token, doc) for token in query) for doc in docs]
    assert bm25_scores(query, docs, k1, b) == pytest.approx(expected)


@given(TOKENS, TOKENS, DOCS)
def test_queries_add_up(one: list[str], other: list[str], docs: list[list[str]]) -> None:
    sums = [x + y for x, y in zip(bm25_scores(one, docs), bm25_scores(other, docs), strict=True)]
    assert bm25_scores([*one, *other], docs) == pytest.approx(sums)


@given(DOCS)
def test_repeats_saturate_below_k1_plus_one(docs: list[list[str]]) -> None:
    docs = [*docs, ["x"] * 1000]
    idf = math.log((len(docs) + 1) / 1.5)
    assert bm25_scores(["x"], docs, 1.2, 0.0)[-1] == pytest.approx(2.2 * idf, rel=2e-3)
    assert bm25_scores(["x"], docs, 1.2, 0.0)[-1] < 2.2 * idf
