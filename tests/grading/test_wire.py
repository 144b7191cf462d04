"""Frames carry values exactly, and a malformed frame is refused, never obeyed."""

from __future__ import annotations

import json
import math
from array import array
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Any

import numpy
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.grading.wire import frames
from interview_cli.grading.wire.frames import Opaque, ProtocolError
from interview_cli.grading.wire.values import in_one_buffer

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(1 << 200), 1 << 200) | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.tuples(inner, inner) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=20,
)


def round_trip(value: Any, **options: Any) -> Any:
    return opened(frames.pack("test", value), **options)


def opened(raw: bytes, **options: Any) -> Any:
    return frames.unpack(*parts(raw), **options).value


def parts(raw: bytes) -> tuple[bytes, bytearray]:
    header, body = frames.parse_head(raw[: frames.HEAD.size])
    start = frames.HEAD.size
    return raw[start : start + header], bytearray(raw[start + header : start + header + body])


@given(PLAIN)
def test_plain_values_come_back_as_they_were(value: Any) -> None:
    back = round_trip(value)
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize("dtype", [getattr(torch, name) for name in frames.ELEMENT_BYTES])
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3, 5)])
def test_tensors_come_back_bit_by_bit(dtype: torch.dtype, shape: tuple[int, ...]) -> None:
    unsigned = (torch.uint16, torch.uint32, torch.uint64)
    tensor = torch.randint(0, 2, shape).to(dtype)
    back = round_trip([tensor, tensor.clone()])[1]
    assert back.dtype == (torch.int64 if dtype in unsigned else dtype)
    assert back.shape == tensor.shape
    assert back.tolist() == tensor.tolist()


def test_views_and_transposes_are_sent_as_what_they_show() -> None:
    tensor = torch.arange(12.0).reshape(3, 4).T[1:]
    assert torch.equal(round_trip(tensor), tensor)


def test_numpy_arrays_and_scalars_stay_numpy_on_the_candidates_side() -> None:
    back = round_trip([numpy.arange(6).reshape(2, 3), numpy.float64(2.5)], native=True)
    assert isinstance(back[0], numpy.ndarray)
    assert back[1] == 2.5
    codes = round_trip(numpy.array([7, 65535], dtype=numpy.uint16), native=True)
    assert codes.dtype == numpy.uint16
    assert codes.tolist() == [7, 65535]


def test_what_python_hands_out_lazily_is_a_list() -> None:
    given = [range(3), map(str, [1]), {"a": 1}.keys(), combinations("ab", 2), (n for n in (4, 5)), reversed((1, 2))]
    assert round_trip(given) == [[0, 1, 2], ["1"], ["a"], [("a", "b")], [4, 5], [2, 1]]


def test_thousands_of_numpy_integers_are_numbers() -> None:
    assert round_trip(list(numpy.arange(5000))) == list(range(5000))


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (numpy.longdouble(2.5), 2.5),
        (numpy.array([1.5, 2], dtype=numpy.longdouble), [1.5, 2]),
        (numpy.array([1.5, 2], dtype=">f8"), [1.5, 2]),
        (numpy.array([1, 1 << 40], dtype=object), [1, 1 << 40]),
        (numpy.array([7, 65535], dtype=numpy.uint16), [7, 65535]),
        (numpy.array([7, 1 << 31], dtype=numpy.uint32), [7, 1 << 31]),
        (numpy.array([7, 1 << 60], dtype=numpy.uint64), [7, 1 << 60]),
        (torch.tensor([7, 9], dtype=torch.uint32), [7, 9]),
        (numpy.ma.array([1.5, 2]), [1.5, 2]),
        (array("i", [3, 4]), [3, 4]),
        (type("Days", (list,), {})([3, 4]), [3, 4]),
        (type("Count", (int,), {})(3), 3),
        (Fraction(6, 2), 3),
        (Fraction(5, 2), 2.5),
        (Decimal("2.5"), 2.5),
        (Decimal("Infinity"), math.inf),
    ],
)
def test_a_number_is_sent_whatever_it_was_computed_in(value: Any, sent: Any) -> None:
    back = round_trip(value)
    assert (back.tolist() if isinstance(back, torch.Tensor) else back) == sent


@pytest.mark.parametrize(
    "value", [1j, Decimal("nan") + 0, numpy.array(["a"]), numpy.array([object()]), numpy.dtype("f4")]
)
def test_what_is_no_real_number_is_named(value: Any) -> None:
    back = round_trip(value)
    assert isinstance(back, Opaque) or back != back


def test_other_objects_are_named_only() -> None:
    assert round_trip(object()) == Opaque("object", "")
    assert isinstance(round_trip(torch.zeros(1).expand(1 << 40)), Opaque)


@pytest.mark.parametrize(
    "tree",
    [
        {"t": ["float32", [2], 0, 4, ""]},
        {"t": ["float32", [-1], 0, 4, ""]},
        {"t": ["float32", [1 << 50], 0, 4, ""]},
        {"t": ["object", [1], 0, 8, ""]},
        {"t": ["float32", [1], 4, 4, ""]},
        {"t": ["float32", [1], 0, 4]},
        {"f": 0},
        {"z": 1},
        {"l": 3},
        {"d": [[1]]},
        {"i": "9" * 5000},
        {"u": [], "l": []},
        [1],
    ],
)
def test_a_malformed_tree_is_refused(tree: Any) -> None:
    with pytest.raises(ProtocolError):
        frames.unpack(json.dumps({"op": "ok", "v": tree}).encode(), bytearray(4))


@pytest.mark.parametrize("header", [b"", b"[]", b"{}", b'{"op": 1}', b"\xff\xfe", b"[" * 100_000])
def test_a_malformed_header_is_refused(header: bytes) -> None:
    with pytest.raises(ProtocolError):
        frames.unpack(header, bytearray())


@given(st.lists(st.sampled_from([0, True, -1.5, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 10**100])))
def test_numbers_of_a_list_come_back_each_of_its_kind_however_large(numbers: list[Any]) -> None:
    back = round_trip([numbers])[0]
    assert back == numbers
    assert list(map(type, back)) == list(map(type, numbers))


@pytest.mark.parametrize("answer", [[[1] * 50] * 3, [[1] * 50, ["a"] * 90]])
def test_numbers_of_lists_within_lists_are_counted(answer: Any) -> None:
    few = frames.Measure(nodes=120)
    with pytest.raises(ProtocolError):
        frames.pack("test", answer, most=few)
    with pytest.raises(ProtocolError):
        opened(frames.pack("test", answer), most=few)


def test_depth_and_size_are_bounded() -> None:
    deep: Any = 1
    for _ in range(50):
        deep = [deep]
    with pytest.raises(ProtocolError):
        frames.pack("test", deep)
    with pytest.raises(ProtocolError):
        frames.parse_head(frames.HEAD.pack(frames.MAGIC, 10, frames.MAX_BODY + 1))
    with pytest.raises(ProtocolError):
        frames.parse_head(frames.HEAD.pack(0, 10, 10))


def test_a_stream_shows_one_block_at_a_time() -> None:
    blocks = [torch.tensor([1.0, 2.0, 3.0]), torch.tensor([4.0]), torch.tensor([5.0, 6.0])]
    stream = in_one_buffer(blocks)
    first = next(stream)
    assert first.tolist() == [1, 2, 3]
    assert next(stream).tolist() == [4]
    assert first.tolist() == [4, 2, 3]
    assert next(stream).tolist() == [5, 6]
    assert list(stream) == []
    assert blocks[0].tolist() == [1, 2, 3]


def test_tensors_that_share_their_bytes_are_refused_before_they_are_copied() -> None:
    tree = {"l": [{"t": ["bool", [1 << 20], 0, 1 << 20, ""]}] * 200}
    with pytest.raises(frames.ProtocolError, match="more bytes than came"):
        frames.unpack(json.dumps({"op": "ok", "v": tree}).encode(), bytearray(1 << 20))


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("no memory"), RecursionError(), ValueError()])
def test_whatever_goes_wrong_in_decoding_is_the_frames_fault(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    header, body = parts(frames.pack("ok", torch.ones(3)))
    monkeypatch.setattr(torch, "frombuffer", fail)
    with pytest.raises(frames.ProtocolError):
        frames.unpack(header, body)


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ([0] * 100_001, ("list", "100001 items")),
        (range(10**12), ("range", "1000000000000 items")),
        (torch.zeros(1 << 21), ("Tensor", "too large: shape (2097152,)")),
    ],
)
def test_an_answer_far_larger_than_its_question_is_named_and_not_sent(answer: Any, shown: tuple[str, str]) -> None:
    """But it is sent to a question of its size."""
    most = frames.Measure()
    assert opened(frames.pack("ok", [answer], most=most)) == [frames.Opaque(*shown)]
    most.see(300_000, 1 << 22)
    [sent] = opened(frames.pack("ok", [answer], most=most))
    assert isinstance(sent, frames.Opaque) == isinstance(answer, range)


@pytest.mark.parametrize("shape", [(1,) * 17, (0, 1 << 41), (0, 1 << 30, 1 << 30)])
def test_a_tensor_of_a_shape_that_is_never_read_is_named(shape: tuple[int, ...]) -> None:
    """What the other side would refuse must not look like a malformed answer: it is a wrong one."""
    named = frames.Opaque("Tensor", f"{len(shape)} axes, shape {shape}"[:80])
    assert opened(frames.pack("ok", [torch.empty(shape)])) == [named]


@pytest.mark.parametrize(
    "answer", [[[0] * 1000] * 100, ["x" * 60_000] * 60, [10**900] * 4000, (0 for _ in range(100_001))]
)
def test_an_answer_of_many_parts_is_an_error_of_its_own(answer: Any) -> None:
    with pytest.raises(frames.ProtocolError, match="too many items"):
        frames.pack("ok", answer, most=frames.Measure())


@pytest.mark.parametrize("answer", [[0] * 100_001, ["x" * 60_000] * 60, torch.zeros(1 << 19)])
def test_a_forged_answer_is_measured_too(answer: Any) -> None:
    header, body = parts(frames.pack("ok", answer))
    with pytest.raises(frames.ProtocolError):
        frames.unpack(header, body, most=frames.Measure(body=len(body) - 1))
