"""Trees and lists as nodes: what goes in comes out again, and nothing else is touched."""

from __future__ import annotations

import pytest

from interview_cli.grading.candidate.adapting.packing.nodes import (
    ListNode,
    TreeNode,
    as_nodes,
    with_nodes,
    without_nodes,
)


@pytest.mark.parametrize("values", [[], [3], [1, 1, 2], list(range(2000))])
def test_a_list_goes_in_and_comes_out(values: list[int]) -> None:
    (first,) = as_nodes([values])
    assert without_nodes(first, [[values]], {}) == values


def test_a_tree_has_its_children_and_its_value_by_any_usual_name() -> None:
    root = as_nodes((1, (2, None, None), None))
    assert isinstance(root, TreeNode) and root.left is not None
    assert (root.val, root.left.value, root.left.data, root.right) == (1, 2, 2, None)


@pytest.mark.parametrize("value", [(1, 2), (1, 2, 3), [1, [2]], "abc", None, 5, {"a": []}])
def test_what_is_neither_stays_as_it_is(value: object) -> None:
    assert as_nodes(value) is value


def test_nothing_is_an_empty_list_where_lists_are_given_alone() -> None:
    assert without_nodes(None, [[]], {}) == []
    assert without_nodes(None, [5], {"tree": (1, None, None)}) is None


def test_keywords_are_converted_too() -> None:
    args, kwargs = with_nodes([], {"lists": [[7]]})
    assert args == []
    assert isinstance(kwargs["lists"][0], ListNode)


def test_a_list_without_an_end_is_said() -> None:
    node = ListNode(1)
    node.next = node
    with pytest.raises(ValueError, match="never ends: its nodes form a circle"):
        without_nodes(node, [[]], {})


def test_nodes_of_the_file_come_out_by_their_own_names() -> None:
    class Link:
        def __init__(self, value: int) -> None:
            self.value, self.next = value, None

    assert without_nodes(Link(4), [[]], {}) == [4]
