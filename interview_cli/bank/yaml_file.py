"""A YAML file as plain values, its faults with their lines, and the line of every value; imports yaml and bank.fault.

Reading is fast while nothing is wrong. Lines are looked up in a second pass, made only when a fault asks for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn

import yaml

from interview_cli.bank.fault import Fault, Way

_ODD = (ValueError, IndexError, AttributeError, TypeError, OverflowError)
"""What yaml raises for a scalar that does not fit its tag, such as `!!timestamp true`, without saying where it is."""

_TIMESTAMP, _TEXT, _LIST, _MAPPING = (f"tag:yaml.org,2002:{name}" for name in ("timestamp", "str", "seq", "map"))


class _RepeatedKey(yaml.YAMLError):
    """A mapping has a key twice; which and where is found in the slow pass."""


class _Loader(yaml.CSafeLoader):
    """Plain values; dates stay texts."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the shape that yaml asks for
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _TIMESTAMP]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def _refuse(loader: _Loader, node: yaml.Node) -> NoReturn:
    del loader
    tag = node.tag.rpartition(":")[2]
    raise yaml.constructor.ConstructorError(None, None, f"!!{tag} isn't used in a bank", node.start_mark)


for _tag in ("binary", "set", "omap", "pairs"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_tag}", _refuse)


class _StrictLoader(_Loader):
    """Texts, lists and mappings are made here, in a third of yaml's time; all else as yaml makes it."""

    def construct_document(self, node: yaml.Node) -> Any:
        return self._value(node, {})

    def _value(self, node: yaml.Node, made: dict[yaml.Node, Any]) -> Any:
        """What stands at a node. What an anchor names is made once; what holds itself ends in a RecursionError."""
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.tag == _TEXT else self.construct_object(node, deep=True)
        if node in made:
            return made[node]
        if node.tag == _LIST and isinstance(node, yaml.SequenceNode):
            made[node] = [self._value(child, made) for child in node.value]
        elif node.tag == _MAPPING and all(key.tag == _TEXT for key, _ in node.value):
            made[node] = {key.value: self._value(value, made) for key, value in node.value}
            if len(made[node]) != len(node.value):
                raise _RepeatedKey
        else:
            made[node] = super().construct_document(node)
        return made[node]

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        pairs = len(node.value)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        if len(mapping) != pairs:
            raise _RepeatedKey
        return mapping


class YamlFile:
    """The text and the value of a file (None where it could not be read), and the faults found so far."""

    def __init__(self, path: str, text: str, value: Any, faults: tuple[Fault, ...]) -> None:
        self.path = path
        self.text = text
        self.value = value
        self.faults = faults

    def fault(self, where: Way, field: str, what: str, remedy: str) -> Fault:
        """A fault at the value that `where` leads to, or at the last value on the way that exists."""
        return Fault(self.path, self._line(where), field, what, remedy)

    def _line(self, where: Way) -> int:
        node, line = self._tree, 1
        for step in where:
            found = _step(node, step)
            if found is None:
                break
            line, node = found
        return line

    @cached_property
    def _tree(self) -> yaml.Node | None:
        return yaml.compose(self.text, _Loader)


def read_yaml(path: str) -> YamlFile:
    """The file; whatever is wrong with it is in its faults, never an exception."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        what = f"can't be read ({error.strerror})"
        return _unreadable(path, Fault(path, 1, "file", what, "check that it's a file you can read"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"isn't UTF-8 (byte 0x{data[error.start]:02x})"
        return _unreadable(path, Fault(path, line, "file", what, "save it as UTF-8 text"))
    try:
        return YamlFile(path, text, yaml.load(text, _StrictLoader), ())
    except (yaml.YAMLError, RecursionError, *_ODD):
        return _read_slowly(path, text)


def _unreadable(path: str, fault: Fault) -> YamlFile:
    return YamlFile(path, "", None, (fault,))


def _read_slowly(path: str, text: str) -> YamlFile:
    try:
        tree = yaml.compose(text, _Loader)
        odd = _odd_scalar(tree)
        if odd is not None:
            what = f"{odd.value!r} doesn't match its tag"
            return _unreadable(path, Fault(path, odd.start_mark.line + 1, "file", what, "remove the tag"))
        value = yaml.load(text, _Loader)
        repeated = list(_repeated_keys(tree))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, max(text.find(chr(error.character)), 0)) + 1
        what = f"holds the control character U+{error.character:04X}"
        return _unreadable(path, Fault(path, line, "file", what, "save it as UTF-8 text"))
    except yaml.MarkedYAMLError as error:
        return _unreadable(path, _syntax_fault(path, error))
    except RecursionError:
        return _unreadable(path, Fault(path, 1, "file", "is nested too deeply", "remove anchors and brackets"))
    faults = (
        Fault(path, key.start_mark.line + 1, str(key.value), "appears twice in one mapping", "keep one of the two")
        for key in repeated
    )
    return YamlFile(path, text, value, tuple(faults))


def _odd_scalar(tree: yaml.Node | None) -> yaml.ScalarNode | None:
    """A scalar such as `!!int x`, on which yaml fails without saying where."""
    for node in _nodes(tree):
        if isinstance(node, yaml.ScalarNode):
            try:
                yaml.constructor.SafeConstructor().construct_object(node)
            except _ODD:
                return node
            except yaml.YAMLError:  # says where it is
                pass
    return None


def _syntax_fault(path: str, error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    started = error.context_mark
    opened = f" that began on line {started.line + 1}" if started and started.line + 1 != line else ""
    context = f"{error.context}{opened}: " if error.context else ""
    remedy = "indent with spaces, close brackets, and put a text with `: `, `#` or a leading symbol in quotes"
    if "escape" in str(error.problem):
        remedy = "write a text with backslashes between single quotes"
    return Fault(path, line, f"column {column}", f"not YAML ({context}{error.problem})", remedy)


def _repeated_keys(tree: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    for node in _nodes(tree):
        if isinstance(node, yaml.MappingNode):
            keys: set[tuple[str, str]] = set()
            for key, _ in node.value:
                if isinstance(key, yaml.ScalarNode):
                    if (key.tag, key.value) in keys:
                        yield key
                    keys.add((key.tag, key.value))


def _nodes(tree: yaml.Node | None) -> list[yaml.Node]:
    """All nodes; one that stands in several places by an anchor, or within itself, counts once."""
    nodes: dict[int, yaml.Node] = {}
    waiting = [] if tree is None else [tree]
    while waiting:
        node = waiting.pop()
        if id(node) not in nodes:
            nodes[id(node)] = node
            waiting += _children(node)
    return list(nodes.values())


def _children(node: yaml.Node) -> list[yaml.Node]:
    match node:
        case yaml.MappingNode():
            return [child for pair in node.value for child in pair]
        case yaml.SequenceNode():
            return list(node.value)
        case _:
            return []


def _step(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    """The line and the node of a key or list position; for a key, the line on which the key stands."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        item = node.value[step]
        return item.start_mark.line + 1, item
    if isinstance(node, yaml.MappingNode):
        for key, value in reversed(node.value):  # the last of a repeated key is the one that counts
            if isinstance(key, yaml.ScalarNode) and key.value == str(step):
                return key.start_mark.line + 1, value
    return None
