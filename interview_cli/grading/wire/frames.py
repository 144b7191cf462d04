"""Frames between judge and candidate: a bounded JSON tree plus raw tensor bytes. Imports torch and the stdlib.

    frame  := magic u32 | header length u32 | body length u64 | header (UTF-8 JSON) | body (raw bytes)
    header := {"op": str, ..., "v": tree}
    tree   := null | bool | int | float | str
            | {"i": digits}                                an integer beyond 64 bits
            | {"l": [tree]} | {"u": [tree]} | {"s": [tree]}   list, tuple, set
            | {"d": [[tree, tree]]}                        dict
            | {"t": [dtype, shape, offset, bytes, flags]}  tensor; flags: g requires grad, p parameter, n NumPy,
            |                                              s a scalar of NumPy
            | {"h": [number, type name]}                   an object kept by the candidate's process
            | {"f": number}                                a callable kept by the judge
            | {"x": [type name, text]}                     anything else: named, never transported

Nothing is pickled or evaluated, and everything is bounded, so that a hostile frame can only be malformed.
"""

from __future__ import annotations

import ctypes
import json
import math
import numbers
import re
import struct
from array import array
from collections import deque
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, Sequence, Sized, ValuesView
from dataclasses import dataclass
from itertools import islice
from typing import Any

import torch

MAGIC = 0x31564E49
HEAD = struct.Struct("<IIQ")
MAX_HEADER = 4 << 20
MAX_BODY = 64 << 20
MAX_DEPTH = 24
MAX_NODES = 200_000
MAX_DIGITS = 4000
INTEGER = re.compile("-?[0-9]+")
MAX_TENSORS = 1024
MAX_AXES = 16
MAX_LENGTH = 1 << 40
MAX_ELEMENTS = 1 << 59
"""With axes of length 0 counted as 1: an empty tensor has strides, too."""
MAX_KEYS = 10_000  # of all dicts and sets in a frame: keys made to collide cost the square of their number
NUMBERS = {bool, int, float}
"""A list of these alone is its own tree, but for integers beyond 64 bits."""
ALIGNMENT = 16
ELEMENT_BYTES = {
    "float16": 2, "bfloat16": 2, "float32": 4, "float64": 8, "int8": 1, "int16": 2, "int32": 4, "int64": 8,
    "uint8": 1, "uint16": 2, "uint32": 4, "uint64": 8, "bool": 1, "complex64": 8, "complex128": 16,
}  # fmt: skip
UNSIGNED = ("uint16", "uint32", "uint64")
"""Read as int64 on the judge's side: torch computes with next to nothing of them."""
SEQUENCES: tuple[type[Iterable[Any]], ...] = (list, range, deque, array, Iterator, KeysView, ValuesView, ItemsView)
"""What is sent as a list: what a right answer may be handed out as, lazily, too."""
ONE_FOR_ALL_AXES = "makes kernels of one size along all axes"
"""What the candidate's process says of a class that covers some kernels, whatever else is wrong with it."""


LISTED: tuple[type[Any], ...] = (*(kind for kind in SEQUENCES if issubclass(kind, Sized)), tuple, set, frozenset, dict)
"""Of these it is known how many parts they have before they are looked at."""


class ProtocolError(Exception):
    """A frame that does not follow the format."""


@dataclass(slots=True)
class Measure:
    """How large an answer may be: a few times what was asked so far. Both sides keep one, and see the same questions.

    From the start a table of 300 by 300 may be a list of lists of numbers, and one of 700 by 700 an array in float64.
    """

    nodes: int = 100_000
    header: int = 1 << 21
    body: int = 1 << 22

    def see(self, header: int, body: int) -> None:
        """A question with so many bytes: a node takes two of the header's or more."""
        self.nodes = min(MAX_NODES, max(self.nodes, header))
        self.header = min(MAX_HEADER, max(self.header, 4 * header))
        self.body = min(MAX_BODY, max(self.body, 4 * body))


WIDEST = Measure(MAX_NODES, MAX_HEADER, MAX_BODY)
"""Of a question."""


@dataclass(frozen=True, slots=True)
class Handle:
    """An object that stays in the candidate's process."""

    number: int
    type_name: str


@dataclass(frozen=True, slots=True)
class Callback:
    """A callable that stays on the judge's side."""

    number: int


@dataclass(frozen=True, slots=True)
class Opaque:
    """Something that cannot be transported: its type and a short text."""

    type_name: str
    text: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """Marks a tensor as a leaf whose gradient is wanted."""

    tensor: torch.Tensor


KeepUnknown = Callable[[Any], dict[str, Any]]


def portable(dtype: Any) -> Any:
    """The NumPy dtype that torch has for one it has not: longdouble, other byte orders, and the numbers in objects."""
    import numpy

    if dtype.kind == "O" or dtype == numpy.longdouble:
        return numpy.float64
    return numpy.complex128 if dtype == numpy.clongdouble else dtype.newbyteorder("=")


def is_of_numbers(parts: list[Any]) -> bool:
    """Whether it holds plain numbers alone, as a long list of an algorithm does: looked at at once, not one by one."""
    return set(map(type, parts)) <= NUMBERS


def fits_64_bits(numbers: list[Any]) -> bool:
    """Of numbers, at least one."""
    integers = [number for number in numbers if type(number) is int]
    return not integers or (min(integers) >= -(1 << 63) and max(integers) < 1 << 63)


def name_only(value: Any) -> dict[str, Any]:
    """The tree node of an object that is not transported."""
    return {"x": [type(value).__name__[:80], ""]}


class Encoder:
    """Turns one value into a tree and a list of buffers."""

    def __init__(self, unknown: KeepUnknown = name_only, most: Measure = WIDEST) -> None:
        self.unknown = unknown
        self.most = most
        self.buffers: list[bytes] = []
        self.offset = 0
        self.nodes = 0
        self.tensors = 0

    def tree(self, value: Any, depth: int = 0) -> Any:
        """Raises: ProtocolError if the value is nested too deeply or has too many parts."""
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > self.most.nodes:
            raise ProtocolError("the value is nested too deeply or has too many items")
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is int:
            return self._integer(value)
        if kind is str:
            return value if len(value) <= 1 << 16 else {"x": ["str", f"{len(value)} characters"]}
        if isinstance(value, LISTED) and len(value) > self.most.nodes:
            return {"x": [kind.__name__[:80], f"{len(value)} items"]}
        if kind is list and depth < MAX_DEPTH and is_of_numbers(value) and (not value or fits_64_bits(value)):
            return {"l": self._counted(value)}
        if isinstance(value, SEQUENCES):
            return {"l": [self.tree(part, depth + 1) for part in islice(value, self.most.nodes + 1)]}
        if isinstance(value, tuple):
            return {"u": [self.tree(part, depth + 1) for part in value]}
        if isinstance(value, set | frozenset):
            return {"s": [self.tree(part, depth + 1) for part in value]}
        if isinstance(value, Mapping):
            return {"d": [[self.tree(key, depth + 1), self.tree(part, depth + 1)] for key, part in value.items()]}
        return self._object(value)

    def _counted(self, numbers: list[Any]) -> list[Any]:
        """Raises: ProtocolError where they are too many."""
        self.nodes += len(numbers)
        if self.nodes > self.most.nodes:
            raise ProtocolError("the value is nested too deeply or has too many items")
        return numbers

    def _integer(self, value: int) -> Any:
        if -(1 << 63) <= value < 1 << 63:
            return value
        return {"i": str(value)} if value.bit_length() < 3 * MAX_DIGITS else {"x": ["int", "thousands of digits"]}

    def _object(self, value: Any) -> Any:
        match value:
            case Handle():
                return {"h": [value.number, value.type_name]}
            case Callback():
                return {"f": value.number}
            case Leaf():
                return self.tensor(value.tensor, "g")
            case torch.Tensor():
                return self.tensor(value, "p" if isinstance(value, torch.nn.Parameter) else "")
        if type(value).__module__.partition(".")[0] == "numpy" and hasattr(value, "dtype"):
            return self._numpy(value)
        if isinstance(value, numbers.Number):
            return self._number(value)
        return self.unknown(value)

    def _number(self, value: Any) -> Any:
        """Fractions, decimals, subclasses of int and float: a right answer may be computed in them."""
        try:
            near = float(value)
            return self._integer(int(value)) if math.isfinite(near) and value == int(value) else near
        except (TypeError, ValueError, ArithmeticError):
            return self.unknown(value)

    def _numpy(self, value: Any) -> Any:
        import numpy

        if isinstance(value, numpy.integer):  # thousands of them are a list of numbers, not of tensors
            return self._integer(int(value))
        if not isinstance(value, numpy.ndarray | numpy.generic):
            return self.unknown(value)
        try:
            plain = numpy.array(value, dtype=portable(value.dtype), order="C")
            return self.tensor(torch.from_numpy(plain), "s" if isinstance(value, numpy.generic) else "n")
        except (TypeError, ValueError):
            return {"x": ["ndarray", f"dtype {value.dtype}"[:80]]}

    def tensor(self, value: torch.Tensor, flags: str) -> Any:
        """The node of a tensor; its bytes join the body, aligned so that the other side can view them in place."""
        self.tensors += 1
        if self.tensors > MAX_TENSORS:
            raise ProtocolError(f"the value has more than {MAX_TENSORS} tensors")
        name = str(value.dtype).removeprefix("torch.")
        if value.layout is not torch.strided or value.is_meta or name not in ELEMENT_BYTES:
            return {"x": ["Tensor", f"{name}, {value.layout}, {value.device}"[:80]]}
        if value.ndim > MAX_AXES or not are_sizes(value.shape):
            return {"x": ["Tensor", f"{value.ndim} axes, shape {tuple(value.shape)}"[:80]]}
        size = value.numel() * ELEMENT_BYTES[name]  # before materialising: an expanded view may claim terabytes
        if self.offset + size > self.most.body:
            return {"x": ["Tensor", f"too large: shape {tuple(value.shape)}"[:80]]}
        plain = value.detach().resolve_conj().resolve_neg().to("cpu").contiguous()
        node = {"t": [name, list(plain.shape), self.offset, size, flags]}
        if size:
            self.buffers.append(ctypes.string_at(plain.data_ptr(), size))  # Tensor.numpy() would import numpy
            padding = -size % ALIGNMENT
            self.buffers.append(bytes(padding))
            self.offset += size + padding
        return node


def are_sizes(shape: Sequence[int]) -> bool:
    """Whether a tensor of this shape can be made at all."""
    return all(0 <= d < MAX_LENGTH for d in shape) and math.prod(max(d, 1) for d in shape) < MAX_ELEMENTS


def pack(op: str, value: Any = None, unknown: KeepUnknown = name_only, most: Measure = WIDEST, **fields: Any) -> bytes:
    """One frame. Raises: ProtocolError when the value does not fit."""
    encoder = Encoder(unknown, most)
    header = json.dumps({"op": op, **fields, "v": encoder.tree(value)}, separators=(",", ":")).encode(
        "utf-8", "replace"
    )
    if len(header) > most.header:
        raise ProtocolError("the value has too many items")
    return b"".join([HEAD.pack(MAGIC, len(header), encoder.offset), header, *encoder.buffers])


def parse_head(raw: bytes) -> tuple[int, int]:
    """Lengths of header and body. Raises: ProtocolError."""
    magic, header, body = HEAD.unpack(raw)
    if magic != MAGIC or not 2 <= header <= MAX_HEADER or body > MAX_BODY:
        raise ProtocolError("bad frame")
    return header, body


@dataclass(frozen=True, slots=True)
class Frame:
    """A decoded frame: operation, further fields, value, and whether NumPy's arrays or torch's tensors were in it."""

    op: str
    fields: dict[str, Any]
    value: Any
    has_numpy: bool
    has_tensors: bool


class Decoder:
    """Strict reading of a tree against a body that it may view in place (the body is this process's own copy)."""

    def __init__(
        self,
        body: bytearray,
        on_handle: Callable[[Handle], Any] = lambda handle: handle,
        on_callback: Callable[[int], Any] | None = None,
        *,
        native: bool = False,
        device: str = "cpu",
        most: Measure = WIDEST,
    ) -> None:
        self.body = body
        self.most = most
        self.unclaimed = len(body)
        self.on_handle = on_handle
        self.on_callback = on_callback
        self.native = native
        self.device = device
        self.nodes = 0
        self.keys = 0
        self.tensors = 0
        self.arrays = 0

    def value(self, node: Any, depth: int = 0) -> Any:
        """Raises: ProtocolError."""
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > self.most.nodes:
            raise ProtocolError("too deep or too large")
        if node is None or type(node) in (bool, int, float, str):
            return node
        if type(node) is not dict or len(node) != 1:
            raise ProtocolError("bad node")
        ((kind, content),) = node.items()
        if kind in ("l", "u", "s", "d") and type(content) is list:
            return self._container(kind, content, depth)
        if kind == "t" and type(content) is list and len(content) == 5:
            return self._tensor(*content)
        if kind in ("x", "h") and type(content) is list and len(content) == 2 and type(content[1]) is str:
            return self._object(kind, *content)
        if kind == "i" and type(content) is str and len(content) <= MAX_DIGITS and INTEGER.fullmatch(content):
            return int(content)
        if kind == "f" and type(content) is int and self.on_callback is not None:
            return self.on_callback(content)
        raise ProtocolError("bad node")

    def _object(self, kind: str, what: Any, text: str) -> Any:
        match kind, what:
            case "x", str(type_name):
                return Opaque(type_name[:80], text[:300])
            case "h", int(number) if type(number) is int:
                return self.on_handle(Handle(number, text[:80]))
        raise ProtocolError("bad node")

    def _counted(self, numbers: list[Any]) -> list[Any]:
        """Raises: ProtocolError where they are too many."""
        self.nodes += len(numbers)
        if self.nodes > self.most.nodes:
            raise ProtocolError("too deep or too large")
        return numbers

    def _container(self, kind: str, content: list[Any], depth: int) -> Any:
        if kind in ("s", "d"):
            self.keys += len(content)
            if self.keys > MAX_KEYS:
                raise ProtocolError(f"more than {MAX_KEYS} keys")
        if kind == "d":
            return self._dict(content, depth)
        if kind == "l" and depth < MAX_DEPTH and is_of_numbers(content):
            return self._counted(content)
        parts = [self.value(part, depth + 1) for part in content]
        if kind == "l":
            return parts
        if kind == "u":
            return tuple(parts)
        try:
            return set(parts)
        except TypeError:
            return parts  # a set of arrays: hashable there by identity, compared here as a list

    def _dict(self, content: list[Any], depth: int) -> dict[Any, Any]:
        result: dict[Any, Any] = {}
        for pair in content:
            if type(pair) is not list or len(pair) != 2:
                raise ProtocolError("bad dict")
            key = self.value(pair[0], depth + 1)
            if not isinstance(key, str | int | float | bool | tuple | None):
                key = f"<{type(key).__name__}>"
            try:
                result[key] = self.value(pair[1], depth + 1)
            except TypeError:
                raise ProtocolError("bad key") from None
        return result

    def _tensor(self, name: Any, shape: Any, offset: Any, size: Any, flags: Any) -> Any:
        self.tensors += 1
        if self.tensors > MAX_TENSORS:
            raise ProtocolError(f"more than {MAX_TENSORS} tensors")
        if type(name) is not str or name not in ELEMENT_BYTES or type(shape) is not list or len(shape) > MAX_AXES:
            raise ProtocolError("bad tensor")
        if (
            not (all(type(d) is int for d in shape) and are_sizes(shape))
            or type(offset) is not int
            or type(size) is not int
        ):
            raise ProtocolError("bad tensor")
        if (
            math.prod(shape) * ELEMENT_BYTES[name] != size
            or offset < 0
            or offset + size > len(self.body)
            or offset % ALIGNMENT
        ):
            raise ProtocolError("tensor bytes do not match its shape")
        self.unclaimed -= size  # many tensors of the same bytes would be copied many times
        if self.unclaimed < 0:
            raise ProtocolError("more bytes than came")
        tensor = self._view(name, shape, offset, size)
        self.arrays += flags in ("n", "s")
        if not self.native:
            return tensor.to(torch.int64) if name in UNSIGNED else tensor
        if flags not in ("n", "s"):
            tensor = tensor.to(self.device)  # before it becomes a leaf
        match flags:
            case "g":
                return tensor.requires_grad_()
            case "p":
                return torch.nn.Parameter(tensor, requires_grad=tensor.is_floating_point())
            case "n" if tensor.ndim or tensor.is_floating_point():
                return tensor.numpy()  # also without axes: `x.copy()[mask] = 0` needs no case of its own
            case "n" | "s":
                return tensor.numpy()[()]
            case _:
                return tensor

    def _view(self, name: str, shape: list[int], offset: int, size: int) -> torch.Tensor:
        if size == 0:
            return torch.empty(shape, dtype=getattr(torch, name))
        raw = torch.frombuffer(self.body, dtype=torch.uint8, count=size, offset=offset)
        return (raw != 0 if name == "bool" else raw.view(getattr(torch, name))).reshape(shape)


def unpack(header: bytes, body: bytearray, **decoder_options: Any) -> Frame:
    """Decode a frame. Options are those of Decoder. Raises: ProtocolError, whatever is wrong with it."""
    try:
        decoder = Decoder(body, **decoder_options)
        if len(header) > decoder.most.header or len(body) > decoder.most.body:
            raise ProtocolError("more bytes than such an answer has")
        fields = json.loads(header)
        value = decoder.value(fields.pop("v", None))
        has_tensors = decoder.tensors > decoder.arrays
        return Frame(checked_operation(fields), fields, value, decoder.arrays > 0, has_tensors)
    except ProtocolError:
        raise
    except Exception as error:  # memory, too: what cannot be decoded is no answer
        raise ProtocolError(f"bad frame, {type(error).__name__}") from None


def checked_operation(fields: Any) -> str:
    """The operation, taken out of the fields. Raises: ProtocolError."""
    operation = fields.pop("op", None) if type(fields) is dict else None
    if type(operation) is not str:
        raise ProtocolError("bad header")
    return operation
