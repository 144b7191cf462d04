"""The judge's end of the channel takes one well-formed answer to each question, and nothing else."""

from __future__ import annotations

import json
from contextlib import nullcontext, suppress
from typing import Any, cast

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.grading.confinement.lockdown import LAYERS
from interview_cli.grading.judge import given_functions
from interview_cli.grading.judge.coverage import Coverage
from interview_cli.grading.judge.raised import ArgumentsChanged, CandidateError
from interview_cli.grading.judge.remote_world import RemoteWorld
from interview_cli.grading.judge.worker import Stopped, Worker, claimed_layers
from interview_cli.grading.wire import frames

DEEP = json.loads("[" * 900 + "]" * 900)
"""Shallow enough to parse, too deep to print from where it is read."""

NODES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(st.sampled_from("ludsthfxi"), inner, max_size=2)
        | st.tuples(st.sampled_from("luds"), st.lists(inner, max_size=3)).map(lambda pair: {pair[0]: pair[1]})
        | st.tuples(st.sampled_from(list(frames.ELEMENT_BYTES)), inner, inner, inner, inner).map(
            lambda t: {"t": list(t)}
        )
    ),
    max_leaves=12,
)


class Forger:
    """Stands for a worker: answers each question with the next of these frames, the question's id in them."""

    def __init__(self, *frames: tuple[str, Any, dict[str, Any]], unread: bool = False) -> None:
        self.frames = list(frames)
        self.unread = unread
        self.killed = False
        self.questions: list[frames.Frame] = []

    def exchange(self, data: bytes, work: object = None) -> tuple[bytes, bytearray]:
        self.questions.append(opened(data))
        op, value, fields = self.frames.pop(0)
        return parts(frames.pack(op, value, **{"id": self.questions[-1].fields["id"], **fields}))

    def waiting(self) -> Any:
        return nullcontext()

    def has_unread(self) -> bool:
        return self.unread

    malformed = Worker.malformed

    def kill(self) -> None:
        self.killed = True


def parts(raw: bytes) -> tuple[bytes, bytearray]:
    size, body = frames.parse_head(raw[: frames.HEAD.size])
    start = frames.HEAD.size
    return raw[start : start + size], bytearray(raw[start + size : start + size + body])


def opened(raw: bytes) -> frames.Frame:
    return frames.unpack(*parts(raw), on_callback=lambda number: number)


def world_of(forger: Forger) -> RemoteWorld:
    return RemoteWorld(forger, {}, 1)  # type: ignore[arg-type]


def ok(value: Any, **fields: Any) -> tuple[str, Any, dict[str, Any]]:
    return "ok", value, fields


def test_an_answer_to_the_question_is_taken() -> None:
    assert world_of(Forger(ok({"out": 3.0}))).call("f", 1) == 3.0


@pytest.mark.parametrize(
    "frame",
    [
        ok({"out": 3.0}, id=""),
        ok({"out": 3.0}, id="0" * 16),
        ok({"out": 3.0}, id=["0"]),
        ok(3.0),
        ok({}),
        ("ready", None, {}),
        ("callback", ([], {}), {"callback": 0}),
        ("callback", 1, {"callback": True}),
        ("pullback", [], {"token": 0}),
        ("pullback", [], {"token": False}),
    ],
)
def test_any_other_answer_ends_the_grade(frame: tuple[str, Any, dict[str, Any]]) -> None:
    forger = Forger(frame)
    with pytest.raises(Stopped) as stopped:
        world_of(forger).call("f", 1)
    assert stopped.value.outcome == "crashed"
    assert forger.killed


def test_no_two_questions_have_the_same_id() -> None:
    forger = Forger(*[ok({"out": None})] * 50)
    world = world_of(forger)
    for _ in range(50):
        world.call("f")
    assert len({question.fields["id"] for question in forger.questions}) == 50


def test_an_answer_that_nobody_asked_for_is_found_at_the_end() -> None:
    with pytest.raises(Stopped):
        world_of(Forger(unread=True)).end()


@pytest.mark.parametrize("results", [[], [1.0], [1.0] * 4, 1.0, None])
def test_repetitions_are_as_many_as_asked_for(results: Any) -> None:
    with pytest.raises(Stopped):
        world_of(Forger(ok({"out": results}))).repeat(3, "f")


@pytest.mark.parametrize(
    "trace", [{}, {"operators": []}, {"operators": [1], "largest": 1}, {"operators": [], "largest": True}]
)
def test_a_traced_call_comes_with_its_trace(trace: dict[str, Any]) -> None:
    with pytest.raises(Stopped):
        world_of(Forger(ok({"out": 1.0, **trace}))).trace("f")


def test_refusing_numpy_is_an_error_like_any_other() -> None:
    refusal = ("err", None, {"type": "RuntimeError", "text": "Can't call numpy() on Tensor that requires grad."})
    with pytest.raises(CandidateError):
        world_of(Forger(refusal)).gradients("f", torch.ones(2), cotangents=[torch.ones(2)])


@pytest.mark.parametrize("odd", [["nested"], 5, None, {"a": 1}])
def test_fields_of_an_error_that_are_no_text_are_dropped(odd: Any) -> None:
    with pytest.raises(CandidateError) as error:
        world_of(Forger(("err", None, {"type": odd, "text": odd, "trace": odd, "line": "7"}))).call("f")
    assert (error.value.kind, error.value.message, error.value.line, error.value.trace) == ("", "", None, "")


def test_a_spy_that_cannot_be_pulled_back_through_keeps_no_cotangent() -> None:
    call = ("callback", ([torch.ones(2)], {}), {"callback": 0})
    pull = ("pullback", [torch.ones(2, dtype=torch.complex64)], {"token": 0})
    forger = Forger(call, pull, ok({"out": None}))
    world = world_of(forger)
    spy = world.spy(lambda x: 2 * x)
    world.call("f", spy)
    assert [question.op for question in forger.questions] == ["call", "callback-result", "callback-error"]
    assert spy.calls[0].cotangents == []


@pytest.mark.parametrize(
    "tree",
    [
        {"t": ["float32", [0, *[(1 << 40) - 1] * 15], 0, 0, ""]},
        {"lu": []},
        {"": []},
        {"s": list(range(frames.MAX_KEYS + 1))},
        {"d": [[n, None] for n in range(frames.MAX_KEYS + 1)]},
        {"l": [{"t": ["bool", [], 0, 1, ""]}] * (frames.MAX_TENSORS + 1)},
        {"i": "--5"},
        {"i": "-"},
        {"i": "\N{SUPERSCRIPT TWO}"},
        {"i": "9" * (frames.MAX_DIGITS + 1)},
        {"x": [DEEP, ""]},
        {"x": ["type", DEEP]},
        {"h": [1, DEEP]},
        {"h": [True, ""]},
        {"x": [None, None]},
    ],
)
def test_a_tree_that_would_keep_the_judge_busy_or_break_it_is_refused(tree: Any) -> None:
    with pytest.raises(frames.ProtocolError):
        frames.unpack(json.dumps({"op": "ok", "v": tree}).encode(), bytearray(16))


def test_the_first_frame_says_the_layers() -> None:
    said = {"seccomp": "on", "landlock": "unavailable: not in this kernel"}
    assert claimed_layers(opened(frames.pack("ready", said)), LAYERS) == said


@pytest.mark.parametrize(
    ("op", "value"),
    [
        ("ok", {"seccomp": "on"}),
        ("ready", None),
        ("ready", [["seccomp", "on"]]),
        ("ready", {"seccomp": True}),
        ("ready", {"seccomp": "x" * 1000}),
        ("ready", {"another layer": "on"}),
        ("ready", {1: "on"}),
        ("ready", {(): "on"}),
    ],
)
def test_a_first_frame_of_another_form_is_refused(op: str, value: Any) -> None:
    with pytest.raises(frames.ProtocolError):
        claimed_layers(opened(frames.pack(op, value)), LAYERS)


@pytest.mark.parametrize(
    "path", ["args[x]", "args[", "args[-1]", "args[12345]", "args[٣]", "kwargs[3]", "", "result", 7, None, ["args[0]"]]
)
def test_a_report_on_arguments_names_arguments(path: Any) -> None:
    with pytest.raises(Stopped):
        world_of(Forger(ok({"out": 1.0, "mutated": [path]}))).call("f", 1)


@pytest.mark.parametrize("path", ["args[0]", "args[1][2]", "kwargs['mask']", "kwargs['mask'][0]"])
def test_a_changed_argument_is_reported(path: str) -> None:
    with pytest.raises(ArgumentsChanged):
        world_of(Forger(ok({"out": 1.0, "mutated": [path]}))).call("f", 1)


@given(tree=NODES)
def test_whatever_comes_is_a_value_or_malformed(tree: Any) -> None:
    """No other exception leaves the decoder: the judge would take it for a fault of its own."""
    header = json.dumps({"op": "ok", "v": tree}).encode()
    with suppress(frames.ProtocolError):
        frames.unpack(header, bytearray(64))


@given(header=st.binary(max_size=60))
def test_whatever_bytes_come_are_a_frame_or_malformed(header: bytes) -> None:
    with suppress(frames.ProtocolError):
        frames.unpack(header, bytearray())


def test_what_the_given_function_is_asked_for_is_bounded_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each request is by its own size, and together they may not take the judge's memory."""
    monkeypatch.setattr(given_functions, "MAX_KEPT_BYTES", 1000)
    call = ("callback", ([torch.ones(64)], {}), {"callback": 0})
    world = RemoteWorld(cast(Worker, Forger(call, call, call)), {}, seed=1)
    world.spy(lambda x: 2 * x)
    with pytest.raises(Stopped, match="asked for more than"):
        world.call("entry", torch.ones(2))


@pytest.mark.parametrize("asked", [torch.ones(1 << 21), [0] * 100_001, "x" * 60_000])
def test_the_given_function_is_asked_by_the_sizes_of_the_problem(asked: Any) -> None:
    values = [asked] * (40 if isinstance(asked, str) else 1)
    world = RemoteWorld(cast(Worker, Forger(("callback", (values, {}), {"callback": 0}))), {}, seed=1)
    world.spy(len)
    with pytest.raises(Stopped, match="malformed"):
        world.call("entry", torch.ones(2))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (None, []),
        ("q", []),
        ([["q"], ["q", 1], 3, ["else", "a"]], []),
        ([["q", "a"]], []),
        ([["q", "a"], ["k", "b" * 100]], [f"Taken by their places: your a is q and your {'b' * 60} is k."]),
        ([["q", "a"]] * 1000, [f"Taken by their places: {', '.join(['your a is q'] * 7)} and your a is q."]),
    ],
)
def test_what_took_which_place_is_said_of_what_the_problem_gives_alone(told: Any, said: list[str]) -> None:
    coverage = Coverage({"attention": lambda q, k: (q, k)})
    coverage.learn({"placed": told})
    assert coverage.placed == said and not coverage.order


def test_the_problems_parameters_in_another_order_are_told_as_that() -> None:
    coverage = Coverage({"attention": lambda q, k: (q, k)})
    coverage.learn({"placed": [["q", "k"], ["k", "q"]]})
    assert coverage.order == "Your code takes k and q in this order. It should take q and k, as the problem gives them."
    assert coverage.placed == []
