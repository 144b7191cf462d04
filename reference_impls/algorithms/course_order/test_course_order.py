"""The order of courses against all permutations, and against the standard library's sorter on larger graphs."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.course_order.reference import course_order

Pairs = list[tuple[int, int]]


def graphs(most: int, pairs: int) -> st.SearchStrategy[tuple[int, Pairs]]:
    """A number of courses and pairs of them, self-loops and repeats included."""
    return st.integers(1, most).flatmap(
        lambda n: st.tuples(
            st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=pairs)
        )
    )


def valid(order: tuple[int, ...] | list[int], pairs: Pairs) -> bool:
    place = {course: index for index, course in enumerate(order)}
    return all(place[needed] < place[course] for course, needed in pairs)


@given(graphs(5, 7))
def test_it_is_one_of_the_valid_permutations(graph: tuple[int, Pairs]) -> None:
    n, pairs = graph
    every = [list(order) for order in permutations(range(n)) if valid(order, pairs)]
    got = course_order(n, pairs)
    assert got in every if every else got == []


@given(graphs(40, 60))
def test_there_is_an_order_where_graphlib_finds_one(graph: tuple[int, Pairs]) -> None:
    n, pairs = graph
    sorter = TopologicalSorter(dict.fromkeys(range(n), ()))
    for course, needed in pairs:
        sorter.add(course, needed)
    try:
        sorter.prepare()
    except CycleError:
        assert course_order(n, pairs) == []
    else:
        order = course_order(n, pairs)
        assert sorted(order) == list(range(n))
        assert valid(order, pairs)
