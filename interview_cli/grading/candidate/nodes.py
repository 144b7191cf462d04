"""Trees and lists as nodes, as interview sites give them, for what is given as plain tuples and lists. Standard library only.

A tree is a tuple (value, left, right), with None for a child that is missing; a linked list is a list inside of a list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


class Node:
    """A node by the names that sites give to its value: `val`, `value` and `data` are one."""

    def __init__(self, val: Any) -> None:
        self.val = val

    @property
    def value(self) -> Any:
        """The value."""
        return self.val

    @value.setter
    def value(self, value: Any) -> None:
        self.val = value

    data = value


class TreeNode(Node):
    """A node of a binary tree."""

    def __init__(self, val: Any, left: TreeNode | None = None, right: TreeNode | None = None) -> None:
        super().__init__(val)
        self.left, self.right = left, right


class ListNode(Node):
    """A node of a list. Two of one value are not equal, and have no order, as on the sites."""

    def __init__(self, val: Any) -> None:
        super().__init__(val)
        self.next: ListNode | None = None


def as_nodes(value: Any) -> Any:
    """A tree as its root, a list of lists as the list of their first nodes; anything else as it is."""
    if is_tree(value):
        return grown(value)
    if is_list_of_lists(value):
        return [linked(one) for one in value]
    return value


def is_tree(value: Any) -> bool:
    """Whether it is a tuple of a value and two children."""
    return type(value) is tuple and len(value) == 3 and all(part is None or is_tree(part) for part in value[1:])


def is_list_of_lists(value: Any) -> bool:
    """Whether it is a list of lists, or of nothing."""
    return type(value) is list and all(type(one) is list for one in value)


def grown(tree: tuple[Any, Any, Any]) -> TreeNode:
    """The root of the tree."""
    value, left, right = tree
    return TreeNode(value, *(grown(part) if part is not None else None for part in (left, right)))


def linked(values: Sequence[Any]) -> ListNode | None:
    """The first node of the list; None for an empty one."""
    first = None
    for value in reversed(values):
        node = ListNode(value)
        first, node.next = node, first
    return first


def with_nodes(args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """The arguments of a call."""
    return [as_nodes(value) for value in args], {name: as_nodes(value) for name, value in kwargs.items()}


def without_nodes(result: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
    """A list of nodes as a plain one, also among several results: None, too, where such lists were given.

    Raises: ValueError for one without an end.
    """
    if type(result) is tuple:
        return tuple(without_nodes(part, args, kwargs) for part in result)
    if result is None:
        return [] if any(map(is_list_of_lists, (*args, *kwargs.values()))) else None
    if not hasattr(result, "next") or hasattr(result, "__next__"):
        return result
    values, seen = list[Any](), set[int]()
    while result is not None:
        if id(result) in seen:
            raise ValueError("the returned list never ends: its nodes form a circle")
        seen.add(id(result))
        values.append(value_of(result))
        result = result.next
    return values


def value_of(node: Any) -> Any:
    """What a node holds, of our own kind or of one that the file defines."""
    return next(getattr(node, name) for name in ("val", "value", "data") if hasattr(node, name))
