"""The candidate's side of a check: its process, asked over frames. Judge's side only."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

from interview_cli.grading.judge.coverage import CANNOT_BUILD, NOT_DRAWN, Coverage
from interview_cli.grading.judge.given_form import Form, Given
from interview_cli.grading.judge.given_functions import GivenFunctions
from interview_cli.grading.judge.raised import (
    ArgumentsChanged,
    CandidateError,
    candidate_error,
    forbidden_call,
    is_list_of_text,
)
from interview_cli.grading.judge.results import MOST_RESULTS, OF_ONE, ORDERED, RETURNS, Expecting, in_words
from interview_cli.grading.judge.twins import Twins
from interview_cli.grading.judge.worker import Worker
from interview_cli.grading.wire import frames
from interview_cli.grading.wire.frames import Callback, Handle, Leaf, ProtocolError
from interview_cli.grading.wire.values import build_linear
from reference_impls.problem import Ref, Spy, Target, Traced

MOST_NOTES = 5
ARGUMENT_PATH = re.compile(r"args\[[0-9]{1,4}\]|kwargs\['")
EVERYTHING: dict[str, Any] = {"needed": None, "supplies": [], "anew": [], "lazily": False, "is_all": False}
"""Of a file about which nothing is known: every statement has to run."""


@dataclass
class Returned:
    """What all results were made of, as the judge sees them: NumPy's arrays, torch's tensors, neither."""

    with_arrays: int = 0
    with_tensors: int = 0
    functions: set[str] = field(default_factory=set)

    def add(self, frame: frames.Frame) -> None:
        """One result more."""
        self.with_arrays += frame.has_numpy
        self.with_tensors += frame.has_tensors

    @property
    def is_mixed(self) -> bool:
        """Whether some results are arrays and some tensors."""
        return bool(self.with_arrays and self.with_tensors)


class RemoteWorld(Expecting):
    """The candidate's process. It can lie about values alone, and values are what is compared."""

    def __init__(
        self,
        worker: Worker,
        reference: Mapping[str, Any],
        seed: int,
        *,
        inputs_may_change: bool = False,
        form: Form = Form.AS_GIVEN,
    ) -> None:
        self.worker = worker
        self.reference = reference
        self.seed = seed
        self.inputs_may_change = inputs_may_change
        self.given = Given(form, reference)
        self.functions = GivenFunctions(worker, self.given)
        self.returned = Returned()
        self.coverage = Coverage(reference)
        self.notes: tuple[str, ...] = ()
        self.calls = 0
        self.tracing = form is Form.VALUES
        self._file: dict[str, Any] = {}
        self._twins = Twins()
        self._unseen: Ref | None = None
        self._is_noted = False
        self.sent = 0
        self._most = frames.Measure()
        self.others: tuple[Any, ...] = ()
        self.places: tuple[int, ...] = ()
        self.gave_back = False

    def execute(
        self,
        source: str,
        entries: Mapping[str, str],
        forbid: Sequence[str] = (),
        work: Callable[[], None] | None = None,
        setup: Mapping[str, Any] | None = None,
    ) -> list[str]:
        """Run the file without what is forbidden; those of the entries that it defines. `work` is our own, meanwhile.

        `setup`: which of its statements are needed, what it is supplied with, and what of this is run `anew` if the file is
        a change of the one before.

        Raises: CandidateError, Stopped, ProtocolError (too large).
        """
        asked = self.coverage.asked()
        self._file = {"source": source, "entries": dict(entries), "asked": asked, **(EVERYTHING | dict(setup or {}))}
        self._file |= {"by_place": self.form is Form.BY_PLACE, "in_a_batch": self.form is Form.BATCH}
        report = self._request("exec", None, work, **self._file, forbid=list(forbid), seed=self.seed)
        if not isinstance(report, dict) or not is_list_of_text(report.get("names")):
            raise self.worker.malformed("a malformed report on the file")
        has_own_names = all(path != name for name, path in entries.items())
        self.functions.may_be_turned = has_own_names or report.get("time_first") is True
        self.coverage.learn(report)
        notes = report.get("notes")
        self.notes = tuple(note[:300] for note in notes[:MOST_NOTES]) if is_list_of_text(notes) else ()
        return [name for name in report["names"] if name in entries]

    @property
    def form(self) -> Form:
        """In which the candidate is given what the problem gives."""
        return self.given.form

    @property
    def has_converted(self) -> bool:
        """Whether that is another one for anything that was given."""
        return self.given.has_converted

    @property
    def source(self) -> str:
        """The file that was run last."""
        return str(self._file.get("source", ""))

    def renew(self) -> None:
        """Run the same file again: what earlier calls have left in it is gone. Raises: CandidateError, Stopped."""
        self._request("exec", None, **self._file, forbid=[], seed=self.seed)  # what is withheld stays so

    def call(self, target: Target, *args: Any, **kwargs: Any) -> Any:
        """See `World.call`. Raises: CandidateError, ArgumentsChanged, Stopped."""
        return self._call(target, args, kwargs)["out"]

    def gradients(
        self, target: Target, *args: Any, cotangents: Sequence[Tensor], **kwargs: Any
    ) -> tuple[Any, dict[str, Any]]:
        """See `World.gradients`. Raises: what `call` raises."""
        args, kwargs = leaves_where(lambda _: True, args, kwargs)
        return self.gradients_while(lambda: None, target, *args, cotangents=cotangents, **kwargs)

    def gradients_while(
        self, work: Callable[[], None], target: Target, *args: Any, cotangents: Sequence[Tensor], **kwargs: Any
    ) -> tuple[Any, dict[str, Any]]:
        """The same with leaves as they are marked, doing our own work while the candidate computes."""
        answer = self._call(target, args, kwargs, work, cotangents=cotangents, vjp=True)
        gradients = answer.get("grads")
        return answer["out"], gradients if isinstance(gradients, dict) else {}

    def new(self, entry: Target, *args: Any, **kwargs: Any) -> Ref:
        """See `World.new`."""
        built = self._ref(self._call(entry, args, kwargs, keep=True)["out"])
        kind = self.reference.get(entry) if isinstance(entry, str) else None
        if isinstance(kind, type) and issubclass(kind, torch.nn.Module):
            self._twins.made(built, kind, args, kwargs)
            self._unseen = built
        return built

    def _see_the_new(self) -> None:
        """Have the weights of the latest module looked for; a module that is loaded next has them looked for anyway."""
        built, self._unseen = self._unseen, None
        shapes = {} if built is None else self._twins.shapes_of(built)
        if shapes:
            self._note(self._request("places", (self._outgoing(built), shapes)))

    def _note(self, said: Any) -> None:
        """Keep what the candidate's process says first of names; it says the same of each size.

        Of several results it may say so after a call in which the first was taken, since all had as many axes.
        """
        if isinstance(said, str) and said and not self._is_noted:
            self._is_noted = True
            of_results = said.startswith(RETURNS)
            self.notes = (*(one for one in self.notes if not (of_results and one.startswith(RETURNS))), said[:300])

    def keep(self, value: Any) -> Ref:
        """See `World.keep`."""
        return self._ref(self._request("keep", self._outgoing(value)))

    def value(self, ref: Ref) -> Any:
        """See `World.value`."""
        return self._request("value", self._outgoing(ref))

    def values(self, refs: Sequence[Ref]) -> list[Any]:
        """See `World.values`."""
        values = self._request("value", self._outgoing(list(refs)))
        if not isinstance(values, list) or len(values) != len(refs):
            raise self.worker.malformed("an answer without its values")
        return values

    def get(self, ref: Ref, attribute: str) -> Any:
        """See `World.get`."""
        return self._request("get", (self._outgoing(ref), attribute))

    def linear(self, weight: Tensor, bias: Tensor | None) -> Ref:
        """See `World.linear`."""
        made = self._ref(self._request("linear", (weight, bias)))
        self._twins.keep(made, build_linear(weight, bias))
        return made

    def module(self, parameters: Mapping[str, Tensor], buffers: Mapping[str, Tensor]) -> Ref:
        """See `World.module`."""
        return self._ref(self._request("module", (dict(parameters), dict(buffers))))

    def stream(self, tensors: Sequence[Tensor]) -> Ref:
        """See `World.stream`."""
        return self._ref(self._request("stream", self._outgoing(list(tensors))))

    def state(self, ref: Ref) -> dict[str, Tensor]:
        """See `World.state`."""
        state = self._request("state", self._outgoing(ref))
        return state if isinstance(state, dict) else {}

    def load(self, ref: Ref, state: Mapping[str, Tensor]) -> None:
        """See `World.load`. A class that names its weights otherwise says which it took for which."""
        self._unseen = None if self._unseen == ref else self._unseen
        self._note(self._request("load", (self._outgoing(ref), dict(state))))

    def reference_state(self, entry: str, init: Sequence[Any]) -> dict[str, Tensor]:
        """See `World.reference_state`."""
        return dict(self.reference[entry](*init).state_dict())

    def assign(self, ref: Ref, values: Mapping[str, Tensor]) -> None:
        """See `World.assign`."""
        self._request("assign", (self._outgoing(ref), dict(values)))

    def raised(self, target: Target, *args: Any, **kwargs: Any) -> str | None:
        """See `World.raised`. The candidate is asked as for any value: how it is asked must not say that it has to raise."""
        try:
            self._call(target, args, kwargs, keep=isinstance(target, str) and isinstance(self.reference[target], type))
        except CandidateError as error:
            if "Exception" not in error.kinds:  # it asks to leave, or says what it cannot be asked
                raise
            return "<".join(error.kinds)
        except ArgumentsChanged:
            return None
        return None

    def spy(self, function: Callable[..., Any]) -> Spy:
        """See `World.spy`."""
        return self.functions.add(function)

    def repeat(self, times: int, target: Target, *args: Any, **kwargs: Any) -> list[Any]:
        """See `World.repeat`."""
        results = self._call(target, args, kwargs, times=times)["out"]
        if times == 1:
            return [results]
        if not isinstance(results, list) or len(results) != times:
            raise self.worker.malformed("an answer without its repetitions")
        return results

    def trace(self, target: Target, *args: Any, **kwargs: Any) -> Traced:
        """See `World.trace`."""
        answer = self._call(target, args, kwargs, trace=True)
        return Traced(answer["out"], frozenset(answer["operators"]), answer["largest"])

    def _call(
        self,
        target: Target,
        args: Any,
        kwargs: Any,
        work: Callable[[], None] | None = None,
        *,
        cotangents: Sequence[Tensor] = (),
        **options: Any,
    ) -> dict[str, Any]:
        self.coverage.admit(target, args, kwargs)
        if isinstance(target, str):
            args, kwargs = self.given.arguments(target, args, kwargs)
        value = (self._outgoing(target), self._outgoing(args), self._outgoing(kwargs), list(cotangents))
        fields: dict[str, Any] = {"trace": self.tracing, "times": 1, "keep": False, "vjp": False, **options}
        fields["watch"] = not self.inputs_may_change
        asked = self.asked(target)
        fields["results"] = list(asked)
        if self.form is Form.NODES:
            fields["nodes"] = True
        answer = self._request("call", value, work, seed=self._next_seed(), **fields)
        if not isinstance(answer, dict) or "out" not in answer:
            raise self.worker.malformed("an answer without a result")
        self.coverage.came_back()
        answer["out"] = self.given.result(answer["out"])
        self._note(answer.get("said"))
        if answer.get("alone") is True and OF_ONE not in self.notes:
            self.notes = (*self.notes, OF_ONE)
        self._take_others(answer, asked[0])
        self.gave_back = answer.get("shared") is True
        if fields["trace"]:
            operators, largest = answer.get("operators"), answer.get("largest")
            if not is_list_of_text(operators) or type(largest) is not int:
                raise self.worker.malformed("an answer without its trace")
            self.returned.functions |= set(operators)
        mutated = answer.get("mutated")
        if isinstance(mutated, list) and mutated:
            if not all(type(path) is str and ARGUMENT_PATH.match(path) for path in mutated):
                raise self.worker.malformed("a report on arguments that it was not given")
            entry = target if isinstance(target, str) else ""
            raise ArgumentsChanged([path[:60] for path in mutated[:8]], answer["out"], answer.get("now"), entry)
        return answer

    def _take_others(self, answer: Mapping[str, Any], asked: int | None) -> None:
        """What came beside the results that were asked for; it is told, and decides nothing."""
        others, came = answer.get("others"), answer.get("came")
        self.others = tuple(others) if isinstance(others, list) else ()
        places = answer.get("places")
        known = [one for one in places if type(one) is int and 0 <= one < MOST_RESULTS] if type(places) is list else []
        self.places = tuple(known)
        if type(came) is int and asked is not None:
            said = () if any(note.startswith((RETURNS, ORDERED)) for note in self.notes) else (in_words(came, asked),)
            self.notes = (*self.notes, *said)

    def _next_seed(self) -> int:
        self.calls += 1
        return seed_of_call(self.seed, self.calls)

    def _request(self, op: str, value: Any, work: Callable[[], None] | None = None, **fields: Any) -> Any:
        asked = op
        self._see_the_new()
        with self.worker.waiting():
            while True:
                frame, work = self._exchange(op, value, work, **fields), None
                match frame.op:
                    case "ok":
                        if asked == "call":
                            self.returned.add(frame)
                        return frame.value
                    case "err":
                        if frame.fields.get("type") == NOT_DRAWN:
                            raise self.coverage.not_drawn()
                        if frame.fields.get("type") == CANNOT_BUILD:
                            raise self.coverage.not_built(str(frame.fields.get("text", "")))
                        raise forbidden_call(frame.fields) or candidate_error(frame.fields)
                    case "callback":
                        op, value, fields = self.functions.called(frame)
                    case "pullback":
                        op, value, fields = self.functions.pulled_back(frame)
                    case _:
                        raise self.worker.malformed("an unexpected answer")

    def _exchange(self, op: str, value: Any, work: Callable[[], None] | None, **fields: Any) -> frames.Frame:
        """One frame out, its answer in. The id cannot be guessed: what was written before the question answers nothing."""
        question = os.urandom(8).hex()
        data = frames.pack(op, value, id=question, **fields)
        self.sent += len(data)
        if op != "exec":  # how long the file is says nothing of what is asked
            self._most.see(*frames.parse_head(data[: frames.HEAD.size]))
        try:
            frame = frames.unpack(*self.worker.exchange(data, work), most=self._most)
        except ProtocolError as error:
            raise self.worker.malformed(f"a malformed answer ({error})") from None
        if frame.fields.get("id") != question:
            raise self.worker.malformed("an answer to another question")
        return frame

    def end(self) -> None:
        """No more questions. Raises: Stopped if more answers than questions have come."""
        if self.worker.has_unread():
            raise self.worker.malformed("more answers than it was asked for")
        self.worker.kill()

    def _ref(self, value: Any) -> Ref:
        if not isinstance(value, Handle):
            raise self.worker.malformed("no object")
        return Ref(value.number, value.type_name)

    def _outgoing(self, value: Any) -> Any:
        """The value as it is sent; what the form makes of tensors and arrays."""
        converted = self.given.value(value)
        if converted is not value:
            return converted
        match value:
            case Ref():
                return Handle(value.number, value.type_name)
            case Spy():
                return Callback(self.functions.number_of(value))
            case list() if frames.is_of_numbers(value):
                return value
            case list() | tuple():
                return type(value)(self._outgoing(part) for part in value)
            case dict():
                return {key: self._outgoing(part) for key, part in value.items()}
        return value


def leaves_where(is_wanted: Callable[[str], bool], args: Any, kwargs: Any) -> tuple[Any, Any]:
    """Arguments with the floating tensors at these paths (`args[0]`, `kwargs['mask']`) marked as leaves."""

    def marked(value: Any, path: str) -> Any:
        match value:
            case Tensor() if value.is_floating_point() and is_wanted(path):
                return Leaf(value)
            case list() | tuple():
                return type(value)(marked(part, f"{path}[{index}]") for index, part in enumerate(value))
            case dict():
                return {key: marked(part, f"{path}[{key!r}]") for key, part in value.items()}
            case _:
                return value

    return marked(args, "args"), marked(kwargs, "kwargs")


def seed_of_call(seed: int, number: int) -> int:
    """What the candidate's generators start from in one of its calls, counted from 1."""
    return (seed * 1_000_003 + number * 7919) % (1 << 62)
