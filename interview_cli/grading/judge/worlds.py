"""The two worlds of a check: the reference's (here, in float64), the candidate's (over frames). Judge's side only."""

from __future__ import annotations

import contextlib
import inspect
import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import Any, TypeGuard

import torch
from torch import Tensor

from interview_cli.grading.judge.coverage import CANNOT_BUILD, NOT_DRAWN, Coverage
from interview_cli.grading.judge.results import MOST_RESULTS, RETURNS, Expecting, in_words
from interview_cli.grading.judge.worker import Stopped, Worker
from interview_cli.grading.wire import frames
from interview_cli.grading.wire.frames import Callback, Handle, Leaf, ProtocolError
from interview_cli.grading.wire.trace import Trace
from interview_cli.grading.wire.values import (
    asked_alone,
    assign,
    build_linear,
    build_module,
    copied,
    in_one_buffer,
    is_simple_list,
    load_state,
    pull_back,
    tensors_in,
)
from reference_impls.problem import Ref, Spy, SpyCall, Target, Traced

MAX_CALLBACKS = 5000
MAX_KEPT_BYTES = 256 << 20
MOST_NOTES = 5
ARGUMENT_PATH = re.compile(r"args\[[0-9]{1,4}\]|kwargs\['")
STEP = "t"
"""What problems call one time step, a whole number, for all samples."""
EVERYTHING: dict[str, Any] = {"needed": None, "supplies": [], "lazily": False, "is_all": False}
"""Of a file about which nothing is known: every statement has to run."""


class CandidateError(Exception):
    """The candidate's code raised. `kinds`: the full names of the exception's class and of those that it derives from."""

    def __init__(self, kind: str, message: str, line: int | None, trace: str, kinds: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.kind, self.message, self.line, self.trace, self.kinds = kind, message, line, trace, tuple(kinds)


class ArgumentsChanged(Exception):
    """The candidate's code modified what it was given."""

    def __init__(self, paths: Sequence[str], answer: Any = None, now: Any = None) -> None:
        super().__init__(", ".join(paths))
        self.paths, self.answer, self.now = tuple(paths), answer, now if isinstance(now, list) else []


class Form(Enum):
    """In which form arrays, trees and lists go to the candidate; `VALUES` are tensors that want no gradients."""

    AS_GIVEN = "as given"
    VALUES = "tensors without gradients"
    NUMPY = "NumPy"
    TORCH = "torch"
    LISTS = "lists"
    ROWS = "NumPy's arrays, where they are lists of numbers"
    SCALARS = "tensors without axes, where they are floats"
    SAMPLES = "tensors of one time step per sample, where the problem has one for all"
    NODES = "nodes, as interview sites give them"

    @property
    def is_outside_torch(self) -> bool:
        """Whether what computes in NumPy or in plain Python can take it: without gradients, and without half precision."""
        return self in (Form.VALUES, Form.NUMPY, Form.LISTS)


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


@dataclass(frozen=True)
class Taped:
    """A result, and the function from cotangents to the gradients of the inputs."""

    value: Any
    pull_back: Callable[[Sequence[Tensor]], dict[str, Any]]
    reached: Callable[[], set[str]]


class LocalWorld(Expecting):
    """A world of functions that we wrote: the reference or a slip."""

    def __init__(self, entries: Mapping[str, Any], reference: Mapping[str, Any] | None = None) -> None:
        self.entries = entries
        self.reference = reference if reference is not None else entries
        self.kept: dict[int, Any] = {}
        self.cpu_seconds = 0.0

    def call(self, target: Target, *args: Any, **kwargs: Any) -> Any:
        """See `World.call`; the inputs are copied, so that the function may do with them as it likes."""
        before = time.process_time()
        args, kwargs = self._inside(copied(args)), self._inside(copied(kwargs))
        result = asked_alone(self._resolve(target)(*args, **kwargs), *self.asked(target))
        self.cpu_seconds += time.process_time() - before
        return result

    def gradients(
        self, target: Target, *args: Any, cotangents: Sequence[Tensor], **kwargs: Any
    ) -> tuple[Any, dict[str, Any]]:
        """See `World.gradients`."""
        taped = self.taped(target, *args, **kwargs)
        return taped.value, taped.pull_back(cotangents)

    def taped(self, target: Target, *args: Any, **kwargs: Any) -> Taped:
        """Call with every floating input as a leaf; the gradients can be asked for later."""
        before = time.process_time()
        args, kwargs = self._inside(leaves(copied(args))), self._inside(leaves(copied(kwargs)))
        function = self._resolve(target)
        inputs = [*tensors_in(args, "args"), *tensors_in(kwargs, "kwargs")]
        result = asked_alone(function(*args, **kwargs), *self.asked(target))
        self.cpu_seconds += time.process_time() - before

        def backwards(cotangents: Sequence[Tensor]) -> dict[str, Any]:
            return pull_back(function, result, list(cotangents), inputs)

        return Taped(copied(result), backwards, lambda: reached_by(result, inputs))

    def new(self, entry: Target, *args: Any, **kwargs: Any) -> Ref:
        """See `World.new`."""
        result = self._resolve(entry)(*self._inside(copied(args)), **self._inside(copied(kwargs)))
        return self._put(asked_alone(result, *self.asked(entry)))

    def keep(self, value: Any) -> Ref:
        """See `World.keep`."""
        return self._put(copied(value))

    def value(self, ref: Ref) -> Any:
        """See `World.value`."""
        return copied(self.kept[ref.number])

    def values(self, refs: Sequence[Ref]) -> list[Any]:
        """See `World.values`."""
        return [self.value(ref) for ref in refs]

    def get(self, ref: Ref, attribute: str) -> Any:
        """See `World.get`."""
        value = self.kept[ref.number]
        for name in attribute.split("."):
            value = getattr(value, name)
        return copied(value)

    def linear(self, weight: Tensor, bias: Tensor | None) -> Ref:
        """See `World.linear`."""
        return self._put(build_linear(weight, bias))

    def module(self, parameters: Mapping[str, Tensor], buffers: Mapping[str, Tensor]) -> Ref:
        """See `World.module`."""
        return self._put(build_module(copied(dict(parameters)), copied(dict(buffers))))

    def stream(self, tensors: Sequence[Tensor]) -> Ref:
        """See `World.stream`."""
        return self._put(in_one_buffer(tensors))

    def state(self, ref: Ref) -> dict[str, Tensor]:
        """See `World.state`."""
        return {name: tensor.detach().clone() for name, tensor in self.kept[ref.number].state_dict().items()}

    def load(self, ref: Ref, state: Mapping[str, Tensor]) -> None:
        """See `World.load`."""
        load_state(self.kept[ref.number], state)

    def reference_state(self, entry: str, init: Sequence[Any]) -> dict[str, Tensor]:
        """See `World.reference_state`."""
        return dict(self.reference[entry](*init).state_dict())

    def assign(self, ref: Ref, values: Mapping[str, Tensor]) -> None:
        """See `World.assign`."""
        assign(self.kept[ref.number], values)

    def raised(self, target: Target, *args: Any, **kwargs: Any) -> str | None:
        """See `World.raised`."""
        try:
            self.call(target, *args, **kwargs)
        except Exception as error:
            return "<".join(kind.__name__ for kind in type(error).__mro__)
        return None

    def spy(self, function: Callable[..., Any]) -> Spy:
        """See `World.spy`."""
        return Spy(function)

    def repeat(self, times: int, target: Target, *args: Any, **kwargs: Any) -> list[Any]:
        """See `World.repeat`."""
        return [self.call(target, *args, **kwargs) for _ in range(times)]

    def trace(self, target: Target, *args: Any, **kwargs: Any) -> Traced:
        """See `World.trace`."""
        with Trace() as trace:
            value = self.call(target, *args, **kwargs)
        return Traced(value, frozenset(trace.operators), trace.largest)

    def _put(self, value: Any) -> Ref:
        number = len(self.kept) + 1
        self.kept[number] = value
        return Ref(number, type(value).__name__)

    def _resolve(self, target: Target) -> Any:
        match target:
            case Ref():
                return self.kept[target.number]
            case (ref, method):
                return getattr(self.kept[ref.number], method)
            case _:
                return self.entries[target]

    def _inside(self, value: Any) -> Any:
        """What it holds of kept objects and spies, as the functions take them."""
        if is_simple_list(value):
            return value
        match value:
            case Ref():
                return self.kept[value.number]
            case Spy():
                return RecordedCallable(value)
            case list() | tuple():
                return type(value)(self._inside(part) for part in value)
            case dict():
                return {key: self._inside(part) for key, part in value.items()}
            case _:
                return value


class RecordedCallable(torch.nn.Module):
    """A spy in the reference's own process."""

    def __init__(self, spy: Spy) -> None:
        super().__init__()
        self.anchor = torch.nn.Parameter(torch.zeros(()))
        self.__dict__["spy"] = spy

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """Call the function and keep the record, cotangents included."""
        call = SpyCall(copied(args), copied(kwargs))
        self.__dict__["spy"].calls.append(call)
        try:
            output = self.__dict__["spy"].function(*args, **kwargs)
        except (
            Exception
        ) as error:  # as the candidate's process is told of it, so that the same mistake has the same name
            raise RuntimeError(f"the given function raised {type(error).__name__}: {error}") from error
        call.output = copied(output)
        if torch.is_grad_enabled() and isinstance(output, Tensor) and output.is_floating_point():
            output = output + 0 * self.anchor.to(output.dtype)
            output.register_hook(  # type: ignore[no-untyped-call]
                lambda cotangent: call.cotangents.append(cotangent.detach().clone())
            )
        return output


def leaves(value: Any) -> Any:
    """The same value with every floating tensor as a leaf that requires a gradient."""
    if is_simple_list(value):
        return value.copy()
    match value:
        case Tensor() if value.is_floating_point():
            return value.detach().clone().requires_grad_()
        case list() | tuple():
            return type(value)(leaves(part) for part in value)
        case dict():
            return {key: leaves(part) for key, part in value.items()}
        case _:
            return value


def seed_of_call(seed: int, number: int) -> int:
    """What the candidate's generators start from in one of its calls, counted from 1."""
    return (seed * 1_000_003 + number * 7919) % (1 << 62)


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
        self.form = form
        self.returned = Returned()
        self.coverage = Coverage(reference)
        self.notes: tuple[str, ...] = ()
        self.calls = 0
        self.tracing = form is Form.VALUES
        self._file: dict[str, Any] = {}
        self._spies: list[Spy] = []
        self._made: dict[int, partial[torch.nn.Module]] = {}
        self._twins: dict[int, torch.nn.Module] = {}
        self._unseen: Ref | None = None
        self._is_noted = False
        self._tapes: list[tuple[SpyCall, list[Any], Any]] = []
        self._asked_back = 0
        self.sent = 0
        self._kept_bytes = 0
        self._most = frames.Measure()
        self.others: tuple[Any, ...] = ()
        self.places: tuple[int, ...] = ()
        self.has_converted = False

    def execute(
        self,
        source: str,
        entries: Mapping[str, str],
        forbid: Sequence[str] = (),
        work: Callable[[], None] | None = None,
        setup: Mapping[str, Any] | None = None,
    ) -> list[str]:
        """Run the file without what is forbidden; those of the entries that it defines. `work` is our own, meanwhile.

        `setup`: which of its statements are needed, and what it is supplied with.

        Raises: CandidateError, Stopped, ProtocolError (too large).
        """
        asked = self.coverage.asked()
        self._file = {"source": source, "entries": dict(entries), "asked": asked, **(EVERYTHING | dict(setup or {}))}
        report = self._request("exec", None, work, **self._file, forbid=list(forbid), seed=self.seed)
        if not isinstance(report, dict) or not is_list_of_text(report.get("names")):
            raise self._malformed("a malformed report on the file")
        self.coverage.learn(report)
        notes = report.get("notes")
        self.notes = tuple(note[:300] for note in notes[:MOST_NOTES]) if is_list_of_text(notes) else ()
        return [name for name in report["names"] if name in entries]

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
            self._made[built.number] = partial(kind, *args, **kwargs)
            self._unseen = built
        return built

    def _see_the_new(self) -> None:
        """Have the weights of the latest module looked for; a module that is loaded next has them looked for anyway."""
        built, self._unseen = self._unseen, None
        shapes = {} if built is None else self._shapes_of(built)
        if shapes:
            self._note(self._request("places", (self._outgoing(built), shapes)))

    def _shapes_of(self, built: Ref) -> dict[str, tuple[int, ...]]:
        """Names and shapes of what the reference's object holds beside the modules that it is given."""
        twin, given = self._twin(built.number), self._made[built.number]
        if twin is None:
            return {}
        others = [self._twins_of(value) for value in (*given.args, *given.keywords.values())]
        foreign = {id(tensor) for module in others for tensor in held_by(module)}
        named = twin.state_dict(keep_vars=True).items()
        return {name: tuple(value.shape) for name, value in named if id(value) not in foreign}

    def _twin(self, number: int) -> torch.nn.Module | None:
        """The reference's module in the place of the candidate's; none where it refuses what the candidate's class took."""
        made = self._made.get(number)
        if number not in self._twins and made is not None:
            args, kwargs = self._twins_of(made.args), self._twins_of(made.keywords)
            with contextlib.suppress(Exception), torch.random.fork_rng(devices=[]):
                self._twins[number] = made.func(*args, **kwargs)
        return self._twins.get(number)

    def _twins_of(self, value: Any) -> Any:
        """The same with the modules that stand for the candidate's."""
        match value:
            case Ref():
                return self._twin(value.number)
            case Spy():
                return torch.nn.Identity()
            case list() | tuple():
                return type(value)(self._twins_of(part) for part in value)
            case dict():
                return {key: self._twins_of(part) for key, part in value.items()}
        return value

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
            raise self._malformed("an answer without its values")
        return values

    def get(self, ref: Ref, attribute: str) -> Any:
        """See `World.get`."""
        return self._request("get", (self._outgoing(ref), attribute))

    def linear(self, weight: Tensor, bias: Tensor | None) -> Ref:
        """See `World.linear`."""
        made = self._ref(self._request("linear", (weight, bias)))
        self._twins[made.number] = build_linear(weight, bias)
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
        self._spies.append(Spy(function))
        return self._spies[-1]

    def repeat(self, times: int, target: Target, *args: Any, **kwargs: Any) -> list[Any]:
        """See `World.repeat`."""
        results = self._call(target, args, kwargs, times=times)["out"]
        if times == 1:
            return [results]
        if not isinstance(results, list) or len(results) != times:
            raise self._malformed("an answer without its repetitions")
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
        if self.form is Form.SCALARS and isinstance(target, str):
            args, kwargs = self._with_scalars(args, kwargs)
        if self.form is Form.SAMPLES and isinstance(target, str):
            args, kwargs = self._with_steps(target, args, kwargs)
        value = (self._outgoing(target), self._outgoing(args), self._outgoing(kwargs), list(cotangents))
        fields: dict[str, Any] = {"trace": self.tracing, "times": 1, "keep": False, "vjp": False, **options}
        fields["watch"] = not self.inputs_may_change
        asked = self.asked(target)
        fields["results"] = list(asked)
        if self.form is Form.NODES:
            fields["nodes"] = True
        answer = self._request("call", value, work, seed=self._next_seed(), **fields)
        if not isinstance(answer, dict) or "out" not in answer:
            raise self._malformed("an answer without a result")
        self.coverage.came_back()
        if self.form is Form.SAMPLES and isinstance(answer["out"], list | tuple):
            answer["out"] = [for_all_samples(part) for part in answer["out"]]
        self._note(answer.get("said"))
        self._take_others(answer, asked[0])
        if fields["trace"]:
            operators, largest = answer.get("operators"), answer.get("largest")
            if not is_list_of_text(operators) or type(largest) is not int:
                raise self._malformed("an answer without its trace")
            self.returned.functions |= set(operators)
        mutated = answer.get("mutated")
        if isinstance(mutated, list) and mutated:
            if not all(type(path) is str and ARGUMENT_PATH.match(path) for path in mutated):
                raise self._malformed("a report on arguments that it was not given")
            raise ArgumentsChanged([path[:60] for path in mutated[:8]], answer["out"], answer.get("now"))
        return answer

    def _take_others(self, answer: Mapping[str, Any], asked: int | None) -> None:
        """What came beside the results that were asked for; it is told, and decides nothing."""
        others, came = answer.get("others"), answer.get("came")
        self.others = tuple(others) if isinstance(others, list) else ()
        places = answer.get("places")
        known = [one for one in places if type(one) is int and 0 <= one < MOST_RESULTS] if type(places) is list else []
        self.places = tuple(known)
        if type(came) is int and asked is not None:
            said = () if any(note.startswith(RETURNS) for note in self.notes) else (in_words(came, asked),)
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
                        op, value, fields = self._callback(frame)
                    case "pullback":
                        op, value, fields = self._pullback(frame)
                    case _:
                        raise self._malformed("an unexpected answer")

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
            raise self._malformed(f"a malformed answer ({error})") from None
        if frame.fields.get("id") != question:
            raise self._malformed("an answer to another question")
        return frame

    def end(self) -> None:
        """No more questions. Raises: Stopped if more answers than questions have come."""
        if self.worker.has_unread():
            raise self._malformed("more answers than it was asked for")
        self.worker.kill()

    def _malformed(self, what: str) -> Stopped:
        self.worker.kill()
        return Stopped("crashed", f"the solution's process sent {what}")

    def _count(self) -> None:
        """Every message that the candidate makes us compute."""
        self._asked_back += 1
        if self._asked_back > MAX_CALLBACKS:
            self.worker.kill()
            raise Stopped("crashed", f"the given function was called more than {MAX_CALLBACKS} times")

    def _callback(self, frame: frames.Frame) -> Outgoing:
        self._count()
        number, value = frame.fields.get("callback"), frame.value
        well_formed = (
            isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], list) and isinstance(value[1], dict)
        )
        if type(number) is not int or not 0 <= number < len(self._spies) or not well_formed:
            raise self._malformed("a malformed call of the given function")
        args, kwargs = value[0], {str(key): part for key, part in value[1].items()}
        if self.form is Form.NUMPY:
            args, kwargs = as_tensors(args), as_tensors(kwargs)
        call = SpyCall(tuple(copied(args)), copied(kwargs))
        spy = self._spies[number]
        spy.calls.append(call)
        inputs = leaves(args)
        try:
            refuse_opaque([*args, *kwargs.values()])
            with torch.enable_grad():
                output = spy.function(*inputs, **kwargs)
        except Exception as error:
            return callback_error(exchanged(spy.function, inputs) or error)
        call.output = copied(output)
        self._kept_bytes += sum(tensor.nbytes for _, tensor in tensors_in((args, kwargs, output), ""))
        if self._kept_bytes > MAX_KEPT_BYTES:
            self.worker.kill()
            raise Stopped("crashed", f"the given function was asked for more than {MAX_KEPT_BYTES >> 20} MiB")
        self._tapes.append((call, inputs, output))
        sent = self._in_form(copied(output)) if self.form is Form.NUMPY else copied(output)
        return "callback-result", sent, {"token": len(self._tapes) - 1}

    def _pullback(self, frame: frames.Frame) -> Outgoing:
        self._count()
        token, cotangents = frame.fields.get("token"), frame.value
        if type(token) is not int or not 0 <= token < len(self._tapes) or not isinstance(cotangents, list):
            raise self._malformed("a malformed gradient request")
        call, inputs, output = self._tapes[token]
        pairs = [
            (tensor, cotangent)
            for (_, tensor), cotangent in zip(tensors_in(output, ""), cotangents, strict=False)
            if isinstance(cotangent, Tensor) and cotangent.shape == tensor.shape
        ]
        wanted = [tensor for tensor in inputs if isinstance(tensor, Tensor) and tensor.is_floating_point()]
        terms = [(tensor * cotangent).sum() for tensor, cotangent in pairs if tensor.requires_grad]
        gradients: Sequence[Tensor | None] = [None for _ in wanted]
        if terms and wanted:
            try:
                gradients = torch.autograd.grad(sum(terms[1:], terms[0]), wanted, allow_unused=True, retain_graph=True)
            except RuntimeError as error:
                return callback_error(error)
        call.cotangents.extend(cotangent for _, cotangent in pairs)
        return "pullback-result", list(gradients), {}

    def _ref(self, value: Any) -> Ref:
        if not isinstance(value, Handle):
            raise self._malformed("no object")
        return Ref(value.number, value.type_name)

    def _outgoing(self, value: Any) -> Any:
        """The value as it is sent; what the form makes of tensors and arrays."""
        converted = self._in_form(value)
        if converted is not value:
            self.has_converted = True
            return converted
        match value:
            case Ref():
                return Handle(value.number, value.type_name)
            case Spy():
                return Callback(next(i for i, spy in enumerate(self._spies) if spy is value))
            case list() | tuple():
                return type(value)(self._outgoing(part) for part in value)
            case dict():
                return {key: self._outgoing(part) for key, part in value.items()}
        return value

    def _with_scalars(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
        """What is given, with a tensor in the place of each float, as exact as the tensors beside it."""
        given = [value.tensor if isinstance(value, Leaf) else value for value in (*args, *kwargs.values())]
        kinds = [value.dtype for value in given if isinstance(value, Tensor) and value.is_floating_point()]
        dtype = (
            torch.float32 if kinds and all(kind.itemsize <= torch.float32.itemsize for kind in kinds) else torch.float64
        )

        def scalar(value: Any) -> Any:
            return torch.tensor(value, dtype=dtype) if type(value) is float else value

        self.has_converted |= any(type(value) is float for value in given)
        return [scalar(value) for value in args], {name: scalar(value) for name, value in kwargs.items()}

    def _with_steps(
        self, target: str, args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> tuple[list[Any], dict[str, Any]]:
        """What is given, with a time step for each sample in the place of the one for all."""
        given = [value.tensor if isinstance(value, Leaf) else value for value in (*args, *kwargs.values())]
        samples = next((len(value) for value in given if isinstance(value, Tensor) and value.ndim), 0)
        names = list(inspect.signature(self.reference[target]).parameters)

        def repeated(name: str, value: Any) -> Any:
            is_step = name == STEP and type(value) is int and samples > 0
            self.has_converted |= is_step
            return torch.full((samples,), value) if is_step else value

        by_place = [repeated(name, value) for name, value in zip(names, args, strict=False)]
        return by_place, {name: repeated(name, value) for name, value in kwargs.items()}

    def _in_form(self, value: Any) -> Any:
        """A tensor or an array in the form in which the answer takes it; anything else as it is."""
        match value:
            case Tensor() if self.form is Form.NUMPY and value.dtype is not torch.bfloat16:
                return value.detach().numpy()
            case Tensor() if self.form is Form.LISTS:
                return value.tolist()
        if self.form is Form.TORCH and type(value).__module__ == "numpy" and hasattr(value, "dtype"):
            return torch.as_tensor(value.copy())
        if self.form is Form.LISTS and type(value).__module__ == "numpy" and hasattr(value, "tolist"):
            return value.tolist()
        return in_rows(value) if self.form is Form.ROWS and isinstance(value, list) else value


def in_rows(value: list[Any]) -> Any:
    """The list as an array of NumPy's, if it holds numbers, or rows of them of one length, that an array holds exactly."""
    rows = value if all(isinstance(part, list | tuple) for part in value) else [value]
    are_numbers = all(type(part) in (int, float) for row in rows for part in row)
    if not are_numbers or len({len(row) for row in rows}) > 1:
        return value
    import numpy  # most answers have no need of it

    found = numpy.array(value)
    return found if found.dtype in (numpy.int64, numpy.float64) else value


def for_all_samples(part: Any) -> Any:
    """One number, of a result that has the same for each sample, or for each of its values."""
    if not isinstance(part, Tensor) or part.numel() < 2 or not bool((part == part.flatten()[0]).all()):
        return part
    return part.flatten()[0]


def as_tensors(value: Any) -> Any:
    """With a tensor in the place of each of NumPy's arrays, and of its numbers a plain one."""
    match value:
        case list():
            return [as_tensors(part) for part in value]
        case dict():
            return {key: as_tensors(part) for key, part in value.items()}
    if type(value).__module__ != "numpy" or not hasattr(value, "dtype"):
        return value
    return torch.as_tensor(value.copy()) if value.ndim else value.item()


Outgoing = tuple[str, Any, dict[str, Any]]
"""Operation, value and further fields of a frame to the candidate."""


def held_by(value: Any) -> list[Tensor]:
    """Parameters and buffers of a module; nothing of anything else."""
    return [*value.parameters(), *value.buffers()] if isinstance(value, torch.nn.Module) else []


def refuse_opaque(values: Sequence[Any]) -> None:
    """Raises: TypeError for what was not sent, such as a tensor far larger than any of the problem's."""
    for value in values:
        if isinstance(value, list | tuple):
            refuse_opaque(value)
        if isinstance(value, frames.Opaque):
            raise TypeError(f"it was given a {value.type_name} {value.text and f'({value.text})'}".strip())


def exchanged(function: Callable[..., Any], args: Sequence[Any]) -> TypeError | None:
    """What is said of a function of a state and a time that was called with the time first."""
    if len(args) < 2 or not isinstance(args[1], Tensor) or not (is_number(args[0]) and args[1].ndim):
        return None
    names = [parameter.name for parameter in inspect.signature(function).parameters.values()][:2]
    return TypeError(f"it takes ({', '.join(names)}), and was called with a number, then a tensor")


def is_number(value: Any) -> bool:
    """Whether it is one number, of whatever kind."""
    return isinstance(value, int | float) or (isinstance(value, Tensor) and not value.ndim)


def callback_error(error: Exception) -> Outgoing:
    """What the candidate is told when a given function cannot do what it asks."""
    text = f"the given function raised {type(error).__name__}: {error}"[:500]
    return "callback-error", None, {"token": 0, "text": text}


def is_list_of_text(value: Any) -> TypeGuard[list[str]]:
    """Whether it is a list of strings and nothing else."""
    return isinstance(value, list) and all(type(part) is str for part in value)


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


def reached_by(result: Any, inputs: Sequence[tuple[str, Tensor]]) -> set[str]:
    """Paths of the leaves that a result depends on."""
    waiting = [tensor.grad_fn for _, tensor in tensors_in(result, "") if tensor.grad_fn is not None]
    seen, found = set(waiting), {id(tensor) for _, tensor in tensors_in(result, "")}
    while waiting:
        node = waiting.pop()
        found.add(id(getattr(node, "variable", None)))
        following = [after for after, _ in node.next_functions if after is not None and after not in seen]
        seen.update(following)
        waiting += following
    return {path for path, tensor in inputs if id(tensor) in found}


def forbidden_call(fields: Mapping[str, Any]) -> Stopped | None:
    """From the fields of an error frame, if what stopped the call is that it reached for something forbidden."""
    name, line = fields.get("withheld"), line_in(fields)
    if type(name) is not str:
        return None
    where = f"line {line}" if line else "the answer"
    return Stopped("forbidden", f"{where} uses {name[:60]}, which this problem asks you to write yourself", line)


def line_in(fields: Mapping[str, Any]) -> int | None:
    """The line of the file that an error frame names, if it could be one."""
    line = fields.get("line")
    return line if type(line) is int and 0 < line < 1 << 31 else None


def candidate_error(fields: Mapping[str, Any]) -> CandidateError:
    """From the fields of an error frame, every one of which is a claim."""

    def text(key: str, longest: int) -> str:
        value = fields.get(key)
        return value[:longest] if type(value) is str else ""

    kinds = fields.get("kinds")
    kinds = [name[:200] for name in kinds[:40]] if is_list_of_text(kinds) else []
    return CandidateError(text("type", 60), text("text", 700), line_in(fields), text("trace", 4000), kinds)
