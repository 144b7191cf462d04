"""Every rank ends with the sum, and sends no more than the lower bound."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reference_impls.training.ring_all_reduce.reference import Array, ring_all_reduce


class Wire:
    """Carries copies and counts numbers per sender."""

    def __init__(self, ranks: int) -> None:
        self.sent, self.calls = [0] * ranks, 0

    def send(self, src: int, dst: int, chunk: Array) -> Array:
        assert dst == (src + 1) % len(self.sent)
        self.sent[src] += chunk.size
        self.calls += 1
        return chunk.copy()


@given(P=st.integers(1, 6), n=st.integers(1, 15), seed=st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_every_rank_holds_the_sum(P: int, n: int, seed: int) -> None:
    generator, wire = np.random.default_rng(seed), Wire(P)
    buffers = [generator.normal(size=n) for _ in range(P)]
    before = [buffer.copy() for buffer in buffers]
    results = ring_all_reduce(buffers, wire.send)
    assert len(results) == P
    for result in results:
        np.testing.assert_allclose(result, np.sum(before, axis=0), rtol=1e-12)
    np.testing.assert_array_equal(buffers, before)
    assert wire.calls == 2 * (P - 1) * P
    assert sum(wire.sent) == 2 * (P - 1) * n


@pytest.mark.parametrize("P", [2, 4, 8])
def test_each_rank_sends_2_p_minus_1_over_p_of_its_buffer(P: int) -> None:
    """The lower bound of Patarasuk & Yuan, where P divides n."""
    wire = Wire(P)
    ring_all_reduce([np.ones(3 * P) for _ in range(P)], wire.send)
    assert wire.sent == [2 * (P - 1) * 3] * P
