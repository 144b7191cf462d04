"""The sinusoidal page agrees with the formula, number by number, and turns with the position."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.transformers.sinusoidal_encoding.reference import sinusoidal_encoding


@given(st.integers(1, 40), st.integers(1, 12), st.floats(1.0, 20000.0))
def test_every_number_is_that_of_the_formula(length: int, pairs: int, base: float) -> None:
    got = sinusoidal_encoding(length, 2 * pairs, base)
    assert got.shape == (length, 2 * pairs)
    for position in range(length):
        for i in range(pairs):
            angle = position * base ** (-2 * i / (2 * pairs))
            assert float(got[position, 2 * i]) == pytest.approx(math.sin(angle), abs=1e-6)
            assert float(got[position, 2 * i + 1]) == pytest.approx(math.cos(angle), abs=1e-6)


def test_products_depend_on_the_distance_alone() -> None:
    rows = sinusoidal_encoding(50, 16).double()
    products = rows @ rows.T
    for distance in (0, 1, 7):
        diagonal = products.diagonal(distance)
        torch.testing.assert_close(diagonal, diagonal[:1].expand_as(diagonal), rtol=1e-5, atol=1e-5)
    torch.testing.assert_close(products.diagonal(), torch.full((50,), 8.0, dtype=torch.float64), rtol=1e-5, atol=1e-5)


def test_a_longer_table_begins_with_the_shorter_one() -> None:
    torch.testing.assert_close(sinusoidal_encoding(9, 6)[:4], sinusoidal_encoding(4, 6))


def test_the_published_base_is_the_default() -> None:
    torch.testing.assert_close(sinusoidal_encoding(9, 6), sinusoidal_encoding(9, 6, 10000.0))
