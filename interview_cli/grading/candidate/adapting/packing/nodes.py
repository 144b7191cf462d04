"""Trees and lists as nodes, as interview sites give them, for what is given as plain tuples and lists. Standard library only.

A tree is a tuple (value, left, right), with None for a child that is missing; a linked list is a list inside of a list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Kinds:
    """What nodes are made of: the file's own classes, which may give them an order, else ours."""

    tree: Callable[[Any], Any] = TreeNode
    linked: Callable[[Any], Any] = ListNode

    @classmethod
    def of(cls, namespace: Mapping[str, Any]) -> Kinds:
        """Those of a file, as far as it has some that are made of a value alone."""
        tree = own_kind(namespace, ("TreeNode", "Node"), ("left", "right"))
        return cls(tree or TreeNode, own_kind(namespace, ("ListNode", "Node"), ("next",)) or ListNode)


def own_kind(namespace: Mapping[str, Any], names: Sequence[str], links: Sequence[str]) -> Callable[[Any], Any] | None:
    """The class of one of these names whose new node holds its value, and None in these attributes."""
    for name in names:
        kind = namespace.get(name)
        if not isinstance(kind, type):
            continue
        try:
            node = kind(1)
            if all(getattr(node, link) is None for link in links) and value_of(node) == 1:
                return kind
        except Exception:  # it needs more, or is no node
            continue
    return None


def as_nodes(value: Any, kinds: Kinds | None = None) -> Any:
    """A tree as its root, a list of lists as the list of their first nodes; anything else as it is."""
    kinds = kinds or Kinds()
    if is_tree(value):
        return grown(value, kinds.tree)
    if is_list_of_lists(value):
        return [linked(one, kinds.linked) for one in value]
    return value


def is_tree(value: Any) -> bool:
    """Whether it is a tuple of a value and two children."""
    return type(value) is tuple and len(value) == 3 and all(part is None or is_tree(part) for part in value[1:])


def is_list_of_lists(value: Any) -> bool:
    """Whether it is a list of lists, or of nothing."""
    return type(value) is list and all(type(one) is list for one in value)


def grown(tree: tuple[Any, Any, Any], kind: Callable[[Any], Any]) -> Any:
    """The root of the tree."""
    value, left, right = tree
    node = kind(value)
    node.left, node.right = (grown(part, kind) if part is not None else None for part in (left, right))
    return node


def linked(values: Sequence[Any], kind: Callable[[Any], Any]) -> Any:
    """The first node of the list; None for an empty one."""
    first = None
    for value in reversed(values):
        node = kind(value)
        first, node.next = node, first
    return first


def with_nodes(
    args: Sequence[Any], kwargs: Mapping[str, Any], namespace: Mapping[str, Any] | None = None
) -> tuple[list[Any], dict[str, Any]]:
    """The arguments of a call, as nodes of the classes that the file has for them."""
    kinds = Kinds.of(namespace or {})
    return [as_nodes(value, kinds) for value in args], {name: as_nodes(value, kinds) for name, value in kwargs.items()}


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
