"""The sum against all paths of the tree as a graph, and by symmetry."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference_impls.algorithms.tree_max_path.reference import Tree, max_path_sum


def grown(values: list[int], random: st.DataObject) -> Tree | None:
    """A tree of these values."""
    if not values:
        return None
    left = random.draw(st.integers(0, len(values) - 1))
    return values[0], grown(values[1 : left + 1], random), grown(values[left + 1 :], random)


def edges(tree: Tree, values: list[int]) -> Iterator[tuple[int, int]]:
    """Parent and child by their numbers; the values are appended in the order of these numbers."""
    number = len(values)
    values.append(tree[0])
    for child in tree[1:]:
        if child is not None:
            yield number, len(values)
            yield from edges(child, values)


def path_sums(tree: Tree) -> Iterator[int]:
    """The sum of every path, found by a walk from each of its ends."""
    values: list[int] = []
    pairs = list(edges(tree, values))

    def walk(at: int, before: int, total: int) -> Iterator[int]:
        yield total + values[at]
        for a, b in (*pairs, *((b, a) for a, b in pairs)):
            if a == at and b != before:
                yield from walk(b, at, total + values[at])

    for start in range(len(values)):
        yield from walk(start, -1, 0)


def mirrored(tree: Tree | None) -> Tree | None:
    return None if tree is None else (tree[0], mirrored(tree[2]), mirrored(tree[1]))


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=9), st.data())
def test_no_path_has_a_larger_sum(values: list[int], data: st.DataObject) -> None:
    tree = grown(values, data)
    assert tree is not None
    assert max_path_sum(tree) == max(path_sums(tree))
    mirror = mirrored(tree)
    assert mirror is not None and max_path_sum(mirror) == max_path_sum(tree)


@pytest.mark.parametrize(
    ("tree", "best"),
    [
        ((-3, None, None), -3),
        ((1, (2, None, None), (3, None, None)), 6),
        ((-10, (9, None, None), (20, (15, None, None), (7, None, None))), 42),
    ],
)
def test_known_trees(tree: Tree, best: int) -> None:
    assert max_path_sum(tree) == best
