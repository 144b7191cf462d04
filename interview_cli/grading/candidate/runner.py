"""The candidate's side: turns input frames into output frames. Imports torch and `wire`; never a reference.

Everything that leaves this process is a claim. The judge believes no more than values, and compares those.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import functools
import gc
import json
import os
import select
import sys
import tempfile
import threading
import traceback
import warnings
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NoReturn

import torch

from interview_cli.grading.candidate.adapting.adapter import Adapter
from interview_cli.grading.candidate.adapting.asked import functions_in
from interview_cli.grading.candidate.adapting.axes.of_images import without_axes_of_images
from interview_cli.grading.candidate.adapting.modules.placing import Places
from interview_cli.grading.candidate.adapting.packing.nodes import with_nodes, without_nodes
from interview_cli.grading.candidate.adapting.results.named import (
    crossed_in,
    named_first,
    without_names,
    without_one_in_front,
)
from interview_cli.grading.candidate.adapting.results.returning import the_one_in_a_row, unnested, without_nothing
from interview_cli.grading.candidate.matching.names.kinds import LONG_ENOUGH, MOST_TOKENS
from interview_cli.grading.candidate.matching.syntax.functions import always_called, asked_of_names
from interview_cli.grading.candidate.module import SOURCE_NAME, File, defined
from interview_cli.grading.candidate.renewing import Renewable
from interview_cli.grading.candidate.uncompiled import do_without_compiler
from interview_cli.grading.candidate.withheld import reached, withhold
from interview_cli.grading.wire import frames
from interview_cli.grading.wire.frames import Frame, Handle
from interview_cli.grading.wire.trace import Trace, follow_threads
from interview_cli.grading.wire.values import (
    asked_alone,
    attribute_of,
    build_linear,
    build_module,
    changed_paths,
    copied,
    in_one_buffer,
    method_of_torch,
    plain,
    pull_back,
    seed_everything,
    shape_of,
    tensors_in,
)

MAX_KEPT = 10_000
MAX_TEXT = 4000
MAX_NAME, MOST_KINDS = 120, 20
AVERAGES = "shadow"
"""How a problem calls averages of weights by their names, which code may keep in a copy of the model."""
MOST_BESIDE = 3
"""Of the results that were not asked for, so many are told."""
REHEARSALS = 2
REHEARSED = """
import torch
def rehearsed(q, k):
    scores = (q @ k.transpose(-2, -1) / 2.0).masked_fill(k.sum(-1).unsqueeze(-2) == 0, float("-inf"))
    return scores.softmax(dim=-1) @ k
"""


class Channel:
    """Two pipe ends, and the functions to use them, bound early so that candidate code cannot swap them by accident."""

    def __init__(self, read_fd: int, write_fd: int) -> None:
        self._read_fd, self._write_fd = read_fd, write_fd
        self._readv, self._write, self._exit = os.readv, os.write, os._exit

    def exactly(self, size: int) -> bytearray:
        """That many bytes; leaves the process when the judge has gone."""
        buffer = bytearray(size)
        view, got = memoryview(buffer), 0
        while got < size:
            count = self._readv(self._read_fd, [view[got:]])
            if not count:
                self._exit(0)
            got += count
        return buffer

    def has_more(self) -> bool:
        """Whether something has come that was not read yet."""
        return bool(select.select([self._read_fd], [], [], 0)[0])

    def send(self, data: bytes) -> None:
        """Write all of it."""
        view = memoryview(data)
        while view:
            view = view[self._write(self._write_fd, view) :]


class Runner:
    """The candidate's namespace, the objects kept for the judge, and the loop that serves frames."""

    def __init__(self, channel: Channel, device: str = "cpu") -> None:
        self.channel = channel
        self.device = device
        self.namespace: dict[str, Any] = {}
        self.adapter = Adapter({}, {}, {})
        self.kept: dict[int, Any] = {}
        self.made: set[int] = set()
        self.places = Places()
        self.question = ""
        self.methods = frozenset[str]()
        self.report: dict[str, Any] = {}
        self.renewable: Renewable | None = None
        self.asked_for = ""
        self.most = frames.Measure()
        self.defaults = (torch.get_default_dtype(), torch.get_num_threads())

    # --- frames -------------------------------------------------------------------------------------------------------

    def receive(self) -> Frame:
        """The next frame, with handles and callbacks resolved and tensors on the device."""
        header_size, body_size = frames.parse_head(bytes(self.channel.exactly(frames.HEAD.size)))
        header = bytes(self.channel.exactly(header_size))
        body = self.channel.exactly(body_size) if body_size else bytearray()
        frame = frames.unpack(
            header,
            body,
            on_handle=lambda h: self.kept[h.number],
            on_callback=lambda n: GivenFunction(self, n),
            native=True,
            device=self.device,
        )
        self.question = frame.fields.pop("id", "")
        if frame.op != "exec":
            self.most.see(header_size, body_size)
        return frame

    def send(self, op: str, value: Any = None, **fields: Any) -> None:
        """Answer the latest question; objects that cannot be transported are kept here and a handle goes out."""
        self.channel.send(frames.pack(op, value, self.keep_unknown, self.most, id=self.question, **fields))

    def keep_unknown(self, value: Any) -> dict[str, Any]:
        """The node of an object that stays here."""
        handle = self.keep(value)
        return {"h": [handle.number, handle.type_name]}

    def keep(self, value: Any) -> Handle:
        """Raises: MemoryError when the candidate hands out objects without end."""
        if len(self.kept) >= MAX_KEPT:
            raise MemoryError("too many objects are kept")
        number = len(self.kept) + 1
        self.kept[number] = value
        return Handle(number, type(value).__name__[:80])

    def serve(self, layers: Mapping[str, str]) -> NoReturn:
        """Answer frames until the judge goes away. An exception of the candidate is an answer, never an exit code."""
        self.send("ready", dict(layers))
        if not self.channel.has_more():
            self.rehearse()
        while True:
            frame = self.receive()
            reached.clear()
            try:
                result = self.perform(frame)
                flush_output()  # after the last answer the judge waits for nothing more
                self.send("ok", *result)
            except BaseException as error:
                flush_output()
                self.send("err", None, **describe_error(error))

    def rehearse(self) -> None:
        """Go through a call before the first file comes: after a fork, the first write to each page of memory is slow."""
        leaf = frames.Leaf(torch.ones(1, 2, 3, 4))
        fields: dict[str, Any] = {"trace": False, "times": 1, "keep": False, "vjp": True, "watch": True, "seed": 0}
        fields["results"] = [1, 4]
        for _ in range(REHEARSALS):
            data = frames.pack("call", ("rehearsed", (leaf, leaf), {}, [leaf.tensor]), **fields)
            size, _ = frames.parse_head(data[: frames.HEAD.size])
            header, body = data[frames.HEAD.size :][:size], bytearray(data[frames.HEAD.size + size :])
            self.namespace = {}
            exec(compile(REHEARSED, SOURCE_NAME, "exec", dont_inherit=True), self.namespace)
            self.adapter = Adapter(self.namespace, {}, {})
            frames.pack("ok", *self.perform(frames.unpack(header, body, native=True)))

    def perform(self, frame: Frame) -> tuple[Any, ...]:
        """The value (or nothing) that a frame asks for."""
        match frame.op:
            case "exec":
                withhold(frame.fields["forbid"])
                self.seed(frame.fields["seed"])
                return (self.execute(frame.fields),)
            case "call":
                return (self.call(frame),)
            case "keep" | "value":
                return (self.keep(frame.value) if frame.op == "keep" else frame.value,)
            case "get":
                return (read_attribute(*self.places.found(*frame.value)),)
            case "linear" | "module":
                return (self.keep(self.build(frame)),)
            case "stream":
                return (self.keep(in_one_buffer(frame.value)),)
            case "state":
                return (self.places.state(frame.value),)
            case "places":
                module, shapes = frame.value
                return (self.places.look(module, shapes, [*self.kept.values(), *given_in(module)]),)
            case "load":
                return (self.load(*frame.value),)
            case "assign":
                self.places.assign(*frame.value)
                return ()
        raise ValueError(f"unknown operation {frame.op}")

    # --- operations ---------------------------------------------------------------------------------------------------

    def execute(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Run the candidate's file as the module `solution`; which entries it defines, and how they are to be called."""
        if fields["anew"] and self.renewable is not None and self.renewable.takes(fields):
            self.restore_globals()
            return self.report
        self.renewable = None
        file = File(
            fields["source"], fields["needed"], fields["supplies"], lazily=fields["lazily"], is_all=fields["is_all"]
        )
        entries = fields["entries"]
        self.methods = methods_for_functions(file.tree, entries, fields["asked"])
        self.namespace = file.run(reached.clear).__dict__
        self.restore_globals()
        names = defined(self.namespace, entries)
        found = {name: entries[name] for name in names}
        otherwise = {name: fields[name] for name in ("by_place", "in_a_batch")}
        self.adapter = Adapter(self.namespace, found, fields["asked"], file.again, **otherwise)
        self.report = {"names": names, "notes": [*self.adapter.notes, *file.notes], **self.adapter.report()}
        self.renewable = None if self.report["notes"] else Renewable(file, self.namespace, fields)
        return self.report

    def resolve(self, target: Any) -> Any:
        """The object that a target names: an entry, a kept object, or a method of one."""
        if isinstance(target, tuple):
            owner, method = target
            if isinstance(owner, dict) and method == "__getitem__":  # of a class that shows other items than it holds
                return functools.partial(dict.__getitem__, owner)
            if method == "__getattribute__":
                return functools.partial(read_attribute, owner)
            is_torchs = id(owner) in self.made or isinstance(owner, torch.Tensor)
            return (method_of_torch if is_torchs else getattr)(owner, method)
        return self.adapter.resolved(target) if isinstance(target, str) else target

    def call(self, frame: Frame) -> dict[str, Any]:
        """Call, observe what happened to the arguments, and pull cotangents back when asked to."""
        target, args, kwargs, cotangents = frame.value
        options = frame.fields
        function = self.resolve(target)
        inputs = [*tensors_in(args, "args"), *tensors_in(kwargs, "kwargs")]
        before = copied((args, kwargs)) if options["watch"] else None
        said, self.asked_for = self.places.settle(function, args, kwargs), ""
        self.seed(options["seed"])
        trace = Trace(SOURCE_NAME) if options["trace"] else contextlib.nullcontext()
        with torch.set_grad_enabled(True), trace:
            times = options["times"]
            called = self.call_with_nodes if options.get("nodes") else self.adapter.call
            results = [called(target, function, args, kwargs) for _ in range(times)]
            if not options["keep"]:
                results = [self.drawn(result) for result in results]
        said = said or self.adapter.said_of(target) or self.asked_for
        names, came = self.adapter.results_of(target), results[0]
        results = [self.adapter.in_order(target, unnested(result, options["results"][0])) for result in results]
        alone = [the_one_in_a_row(result, options["results"][0], function) for result in results]
        results = [result for result, _ in alone]
        some = [without_nothing(result, options["results"][0]) for result in results]
        results, said = [result for result, _ in some], said or some[0][1]
        entry = target if isinstance(target, str) else ""
        asked = self.adapter.result_of(target) if isinstance(target, str) else ""
        unnamed = [without_names(result, options["results"][0], names, entry, asked) for result in results]
        results, said = [result for result, _ in unnamed], said or unnamed[0][1]
        if isinstance(target, str) and not self.adapter.is_as_asked(target):
            plain_ones = [without_axes_of_images(result, function, args, kwargs) for result in results]
            results, said = [result for result, _ in plain_ones], said or plain_ones[0][1]
        if isinstance(target, str) and options["results"][0] == 1:
            axes = options["results"][1]
            crossed = [crossed_in(result, function, axes) for result in results]
            results, said = [result for result, _ in crossed], "; ".join(filter(None, (said, crossed[0][1])))
            ordered = [named_first(result, function, target, asked, axes) for result in results]
            results, said = [result for result, _ in ordered], said or ordered[0][1]
            if not inputs and not self.adapter.is_as_asked(target):  # a table of numbers alone
                whole = [without_one_in_front(result, options["results"][1]) for result in results]
                results, said = [result for result, _ in whole], said or whole[0][1]
        first = [asked_alone(result, *options["results"]) for result in results]
        result = plain(first[0] if times == 1 else first)
        synchronize(self.device)
        answer: dict[str, Any] = {"out": self.keep(self.on_device(result)) if options["keep"] else result}
        if first[0] is not results[0]:
            asked, others = results[0][: options["results"][0]], beside(results[0][options["results"][0] :])
            answer |= {"came": len(results[0]), "others": [detached(part) for part in others]}
            answer["places"] = places_in(came, [*asked, *others])
        if said:
            answer["said"] = said
        if alone[0][1]:  # told beside what is said of names
            answer["alone"] = True
        if before is not None:
            answer["mutated"] = changed_paths((args, kwargs), before)
            if answer["mutated"] and result is None:
                answer["now"] = changed_values(answer["mutated"], args, kwargs)
        if isinstance(trace, Trace):
            answer["operators"], answer["largest"] = sorted(trace.operators), trace.largest
        if options["vjp"]:
            answer["grads"] = self.places.renamed(function, pull_back(function, result, cotangents, inputs))
        self.restore_globals()
        return answer

    def call_with_nodes(self, target: Any, function: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """The call, for an answer that takes trees and lists as nodes."""
        result = self.adapter.call(target, function, *with_nodes(args, kwargs, self.namespace))
        return without_nodes(result, args, kwargs)

    def drawn(self, result: Any) -> Any:
        """What is handed out one by one, as a list: while it is watched, and with its graph."""
        return list(islice(result, self.most.nodes + 1)) if isinstance(result, Iterator) else result

    def build(self, frame: Frame) -> torch.nn.Module:
        """A module of torch's own, with the judge's weights; it stays in `kept`, so that no other object gets its id."""
        module = build_linear(*frame.value) if frame.op == "linear" else build_module(*frame.value)
        self.made.add(id(module))
        return module

    def load(self, module: torch.nn.Module, state: Mapping[str, torch.Tensor]) -> str:
        """Put the weights in their places; in words where these were looked for."""
        said = self.places.load(module, state)
        self.on_device(module)
        return said

    def on_device(self, value: Any) -> Any:
        """A module where its inputs will be: its class need not know of devices."""
        if self.device != "cpu" and isinstance(value, torch.nn.Module):
            return value.to(self.device)
        return value

    def seed(self, seed: int) -> None:
        """The same draws for the same grade, whichever generator is used."""
        seed_everything(seed)
        match self.device.partition(":")[0]:
            case "cuda":
                torch.cuda.manual_seed_all(seed)
            case "mps":
                torch.mps.manual_seed(seed)

    def restore_globals(self) -> None:
        """A file may set torch's defaults for itself; the next case must not see that."""
        dtype, threads = self.defaults
        torch.set_default_dtype(dtype)
        torch.set_grad_enabled(True)
        if torch.get_num_threads() != threads:
            torch.set_num_threads(threads)
        context = getattr(torch._GLOBAL_DEVICE_CONTEXT, "device_context", None)
        if context is not None and context.device.type != self.device.partition(":")[0]:
            torch.set_default_device(None)  # what is sent would be read there


def beside(results: Sequence[Any]) -> list[Any]:
    """Of the results that were not asked for, tensors and numbers, which might be what was asked for; a few."""
    return [part for part in results if shape_of(part) is not None][:MOST_BESIDE]


def detached(part: Any) -> Any:
    """Without its graph, of which nobody asks."""
    return part.detach() if isinstance(part, torch.Tensor) else part


def places_in(came: Any, parts: Sequence[Any]) -> list[int]:
    """Where these stood in what the code returned; nothing where that was no tuple of them."""
    whole = list(came) if isinstance(came, tuple | list) else []
    found = list[int]()
    for part in parts:
        found += [place for place, one in enumerate(whole) if one is part and place not in found][:1]
    return found if len(found) == len(parts) else []


ONE_AT_A_TIME = threading.Lock()
"""Held from a question to the judge until its answer: code that scores in a pool of threads asks several at once."""


class RemoteCall(torch.autograd.Function):
    """A call of the judge's callable; its backward is a second message.

    `forward` has no context of its own, so that `torch.func.vjp` and `grad` can go through it.
    """

    @staticmethod
    def forward(remote: GivenFunction, kwargs: dict[str, Any], _anchor: Any, *args: Any) -> Any:
        """Send the arguments, return the judge's result: no view of the frame, which torch lets nobody change in place."""
        remote.__dict__["_token"], result = remote.ask(list(args), kwargs, tape=True)
        return copied(result)

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Any, ...], output: Any) -> None:
        """Keep which call it was."""
        del output
        ctx.remote, ctx.args = inputs[0], inputs[3:]
        ctx.token = ctx.remote.__dict__["_token"]

    @staticmethod
    def backward(ctx: Any, *cotangents: Any) -> Any:
        """Send the cotangents, return the gradients of the arguments."""
        gradients = iter(RemotePullBack.apply(ctx.remote, ctx.token, *cotangents))  # type: ignore[no-untyped-call]
        wants = [isinstance(arg, torch.Tensor) and arg.is_floating_point() for arg in ctx.args]
        return (None, None, torch.zeros(()), *(next(gradients) if want else None for want in wants))


class RemotePullBack(torch.autograd.Function):
    """The second message: a function, too, so that what functorch wraps is sent without its wrapping.

    What comes back has no graph: the judge's callables are differentiated once.
    """

    @staticmethod
    def forward(remote: GivenFunction, token: int, *cotangents: Any) -> Any:
        """The gradients of the floating arguments."""
        return tuple(remote.pull_back(token, list(cotangents)))

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Any, ...], output: Any) -> None:
        """Nothing is kept."""
        del inputs
        ctx.mark_non_differentiable(*(one for one in output if isinstance(one, torch.Tensor)))

    @staticmethod
    def backward(ctx: Any, *cotangents: Any) -> Any:
        """Nothing asks for it."""
        del ctx
        return None, None, *(None for _ in cotangents)


class GivenFunction(torch.nn.Module):
    """A model, operator or critic whose weights, code and record are the judge's."""

    _runner: Runner
    _number: int

    def __init__(self, runner: Runner, number: int) -> None:
        super().__init__()
        self.anchor = torch.nn.Parameter(torch.zeros(()))  # lets gradients reach the model when no input needs one
        self.__dict__["_runner"], self.__dict__["_number"] = runner, number

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """Call the judge's function; what is given as arrays comes back as one, where the whole answer is in NumPy."""
        given = [*args, *kwargs.values()]
        is_in_numpy = any(type(one).__module__ == "numpy" for one in given) and not any(map(torch.is_tensor, given))
        if torch.is_grad_enabled() and not is_in_numpy:
            return RemoteCall.apply(self, kwargs, self.anchor, *args)  # type: ignore[no-untyped-call]
        return self.ask(list(args), kwargs, tape=False)[1]

    def __getattr__(self, name: str) -> Any:
        """Itself for the one method that a file calls of what stands in its place: `model.predict(x, t)`, `ode.drift(x, t)`."""
        try:
            return super().__getattr__(name)
        except AttributeError:
            runner = self.__dict__.get("_runner")
            if runner is not None and name in MOST_TOKENS:
                runner.asked_for = f"the {name} of the function that the problem gives is {LONG_ENOUGH}"
                return LONG_ENOUGH
            if runner is None or name not in runner.methods or self.__dict__.setdefault("_method", name) != name:
                raise
        runner.asked_for = f"your {name} is the function that the problem gives"
        return self

    def ask(self, args: list[Any], kwargs: dict[str, Any], *, tape: bool) -> tuple[int, Any]:
        """The token for a later pull-back, and the result."""
        frame = self._answer("callback", (args, kwargs), callback=self._number, tape=tape)
        return int(frame.fields["token"]), frame.value

    def pull_back(self, token: int, cotangents: list[Any]) -> list[Any]:
        """Gradients of the floating arguments of the call with this token."""
        return list(self._answer("pullback", cotangents, token=token).value)

    def _answer(self, op: str, value: Any, **fields: Any) -> Frame:
        """What the judge says to a question. Raises: RuntimeError, which its callable has raised."""
        with ONE_AT_A_TIME:
            self._runner.send(op, value, **fields)
            frame = self._runner.receive()
        if frame.op == "callback-error":
            raise RuntimeError(frame.fields["text"])
        return frame


def methods_for_functions(tree: ast.Module, entries: Mapping[str, str], asked: Mapping[str, Any]) -> frozenset[str]:
    """The names of methods for which a given function may stand: an object's, of which the file does nothing but call them.

    Under the problem's own name the function is called as it is given.
    """
    functions = {name for one in asked.values() for name in functions_in(one["parameters"])}
    are_as_asked = any(name == path.rpartition(".")[2] for name, path in entries.items())
    named = asked_of_names(tree, functions) if are_as_asked else set[str]()
    return frozenset(name for name in always_called(tree) - named if not name.startswith("_"))


def given_in(module: Any) -> list[torch.nn.Module]:
    """The judge's functions that a module keeps."""
    parts = module.modules() if isinstance(module, torch.nn.Module) else ()
    return [part for part in parts if isinstance(part, GivenFunction)]


def full_name(kind: type) -> str:
    """Of a class of exceptions: Python's own by their names, others with the module, so that none takes another's name."""
    own = getattr(builtins, kind.__name__, None) is kind
    return kind.__name__ if own else f"{kind.__module__}.{kind.__name__}"


def read_attribute(target: Any, attribute: str) -> Any:
    """`target.a.b`."""
    for name in attribute.split(".") if attribute else ():
        averages = averages_in(target) if name == AVERAGES else None
        if averages is not None:
            return averages
        try:
            target = attribute_of(target, name)
        except AttributeError as error:
            raise AttributeError(f"{error}; it has {', '.join(public_names(target)) or 'nothing'}") from None
    return target


def averages_in(target: Any) -> dict[str, Any] | None:
    """The parameters of the copy of a model that an object keeps under this name, or alone, in the place of their dict."""
    held = dict(vars(target)) if hasattr(target, "__dict__") else {}
    held |= target._modules if isinstance(target, torch.nn.Module) else {}
    copies = [value for value in held.values() if isinstance(value, torch.nn.Module)]
    copy = held.get(AVERAGES, copies[0] if len(copies) == 1 else None)
    return dict(copy.named_parameters()) if isinstance(copy, torch.nn.Module) else None


def public_names(target: Any) -> list[str]:
    """What an object holds of its own: methods, attributes; of a module what may be its weights: parameters and submodules."""
    names = [*methods_of(type(target)), *vars(target)] if hasattr(target, "__dict__") else []
    if isinstance(target, torch.nn.Module):
        names = [key for key in vars(target) if key not in vars(torch.nn.Module())]
        names += [*target._parameters, *target._buffers, *target._modules]
    return [name for name in names if not name.startswith("_")][:20]


def methods_of(kind: type) -> list[str]:
    """What a class and those that it is made of define to be called."""
    kinds = [one for one in kind.__mro__ if one.__module__ == kind.__module__]
    return list(dict.fromkeys(name for one in kinds for name, made in vars(one).items() if callable(made)))


def changed_values(paths: Sequence[str], args: Sequence[Any], kwargs: Mapping[str, Any]) -> list[Any]:
    """What the arguments at these paths are now, whole."""
    found = [args[int(path[5:].split("]")[0])] for path in paths if path.startswith("args[")]
    return found + [kwargs[path[8:].split("'")[0]] for path in paths if path.startswith("kwargs['")]


def kinds_of(error: BaseException) -> list[str]:
    """Names of the classes of an exception, most derived first."""
    try:
        return [full_name(kind)[:MAX_NAME] for kind in type(error).__mro__[:MOST_KINDS]]
    except BaseException:
        return []


def describe_error(error: BaseException) -> dict[str, Any]:
    """Type and those that it derives from, text, forbidden name if it is one, line in the candidate's file, and the
    candidate's part of the traceback.
    """
    kinds = kinds_of(error)
    try:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == SOURCE_NAME]
        line = frames[-1].lineno if frames else getattr(error, "lineno", None)
        text = f"{type(error).__name__}: {str(error)[:600]}"
        return {
            "type": type(error).__name__[:60],
            "kinds": kinds,
            "withheld": reached[-1] if reached else None,
            "line": line if isinstance(line, int) else None,
            "text": text,
            "trace": "".join(traceback.format_list(frames[-4:]))[-MAX_TEXT:],
        }
    except BaseException:
        return {
            "type": "Exception",
            "kinds": kinds,
            "withheld": None,
            "line": None,
            "text": "an exception that cannot be printed",
            "trace": "",
        }


def flush_output() -> None:
    """What was printed belongs to the grade that printed it."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(BaseException):
            stream.flush()


def run(read_fd: int, write_fd: int, device: str, layers: Mapping[str, str]) -> NoReturn:
    """Say which layers are in force, then serve until the judge goes away."""
    tempfile.tempdir = "/tmp"  # torch._dynamo asks for a writable folder on import; none is, so skip the probe
    gc.enable()
    warnings.filterwarnings("ignore", module=r"interview_cli\.")  # of what this package passes on: the file prints none
    follow_threads()
    if device == "cpu":
        spoil_unwritten_memory()
    Runner(Channel(read_fd, write_fd), device).serve(layers)


def spoil_unwritten_memory() -> None:
    """Fill what torch.empty gives with NaN: what earlier calls left there can pass for a random start, or for an answer."""
    warnings.filterwarnings("ignore", message=".*does not have a deterministic implementation")
    torch._C._set_deterministic_algorithms(True, warn_only=True)  # the public way imports the compiler


def set_up(device: str) -> None:
    """Make the device ready: its driver opens and maps what a confined process may not."""
    if device == "cpu":
        return
    compute_in_full()
    small = torch.ones(1, 1, 4, 4, device=device, requires_grad=True)
    (torch.nn.functional.conv2d(small, small) + (small @ small).sum()).sum().backward()  # type: ignore[no-untyped-call]
    synchronize(device)


def compute_in_full() -> None:
    """No TF32, which CUDA's convolutions use by default: its ten bits would make right answers wrong."""
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_tf32 = False


def synchronize(device: str) -> None:
    """Wait until the device has computed all that it was given."""
    match device.partition(":")[0]:
        case "cuda":
            torch.cuda.synchronize(device)
        case "mps":
            torch.mps.synchronize()


def main() -> NoReturn:
    """Entry of a spawned runner (macOS, CUDA: no fork): the argument is JSON with descriptors and limits."""
    from interview_cli.grading.confinement import lockdown
    from interview_cli.grading.wire.limits import Limits

    options = json.loads(sys.argv[1])
    limits = Limits(**options["limits"])
    torch.set_num_threads(1)
    do_without_compiler()
    ruleset = lockdown.read_ruleset(options["hide"], limits.device)
    confinement = lockdown.Confinement(limits, ruleset, tuple(options["conceal"]), frozenset(options["skip"]))
    layers = lockdown.confine(confinement, options["parent"], lambda: set_up(limits.device))
    if ruleset is not None:
        os.close(ruleset)
    run(options["read_fd"], options["write_fd"], limits.device, layers)


if __name__ == "__main__":
    main()
