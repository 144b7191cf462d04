"""The candidate's side: turns input frames into output frames. Imports torch and `wire`; never a reference.

Everything that leaves this process is a claim. The judge believes no more than values, and compares those.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import json
import os
import select
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NoReturn

import torch

from interview_cli.grading.candidate.adapting.adapter import Adapter
from interview_cli.grading.candidate.adapting.axes.of_images import without_axes_of_images
from interview_cli.grading.candidate.adapting.modules.placing import Places
from interview_cli.grading.candidate.adapting.packing.nodes import with_nodes, without_nodes
from interview_cli.grading.candidate.adapting.results.came import Came
from interview_cli.grading.candidate.adapting.results.named import (
    crossed_in,
    named_first,
    without_names,
    without_one_in_front,
)
from interview_cli.grading.candidate.adapting.results.returning import the_one_in_a_row, unnested, without_nothing
from interview_cli.grading.candidate.attributes import read_attribute
from interview_cli.grading.candidate.devices import seed, set_up, spoil_unwritten_memory, synchronize
from interview_cli.grading.candidate.errors import describe_error
from interview_cli.grading.candidate.given import GivenFunction, given_in, methods_for_functions
from interview_cli.grading.candidate.module import SOURCE_NAME, File, defined
from interview_cli.grading.candidate.renewing import Renewable
from interview_cli.grading.candidate.uncompiled import do_without_compiler
from interview_cli.grading.candidate.withheld import reached, withhold
from interview_cli.grading.wire import frames
from interview_cli.grading.wire.frames import Frame, Handle
from interview_cli.grading.wire.trace import Trace, follow_threads
from interview_cli.grading.wire.values import (
    asked_alone,
    build_linear,
    build_module,
    changed_paths,
    copied,
    in_one_buffer,
    method_of_torch,
    plain,
    pull_back,
    shape_of,
    shares_memory,
    tensors_in,
)

MAX_KEPT = 10_000
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
                seed(self.device, frame.fields["seed"])
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
        seed(self.device, options["seed"])
        trace = Trace(SOURCE_NAME) if options["trace"] else contextlib.nullcontext()
        with torch.set_grad_enabled(True), trace:
            times = options["times"]
            called = self.call_with_nodes if options.get("nodes") else self.adapter.call
            results = [called(target, function, args, kwargs) for _ in range(times)]
            if not options["keep"]:
                results = [self.drawn(result) for result in results]
        said = said or self.adapter.said_of(target) or self.asked_for
        came = results[0]
        results, said, is_alone = self.as_asked(frame, function, inputs, results, said)
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
        if is_alone:  # told beside what is said of names
            answer["alone"] = True
        if before is not None:
            answer["mutated"] = changed_paths((args, kwargs), before)
            if answer["mutated"] and result is None:
                answer["now"] = changed_values(answer["mutated"], args, kwargs)
            if shares_memory(first[0], (args, kwargs)):
                answer["shared"] = True
        if isinstance(trace, Trace):
            answer["operators"], answer["largest"] = sorted(trace.operators), trace.largest
        if options["vjp"]:
            answer["grads"] = self.places.renamed(function, pull_back(function, result, cotangents, inputs))
        self.restore_globals()
        return answer

    def as_asked(
        self, frame: Frame, function: Any, inputs: Sequence[Any], results: Sequence[Any], said: str
    ) -> tuple[list[Any], str, bool]:
        """The results in the form that was asked for; what is said of that; whether one came in a tuple that may hold more."""
        target, args, kwargs, _ = frame.value
        (number, axes), adapter = frame.fields["results"], self.adapter
        names = adapter.results_of(target)
        ordered = [adapter.in_order(target, unnested(result, number)) for result in results]
        alone = [the_one_in_a_row(result, number, function) for result in ordered]
        came = Came([result for result, _ in alone], said)
        came.put(lambda result: without_nothing(result, number))
        entry, asked = (target, adapter.result_of(target)) if isinstance(target, str) else ("", "")
        came.put(lambda result: without_names(result, number, names, entry, asked))
        is_to_be_read = bool(entry) and not adapter.is_as_asked(entry)
        if is_to_be_read:
            came.put(lambda result: without_axes_of_images(result, function, args, kwargs))
        if entry and number == 1:
            came.add(lambda result: crossed_in(result, function, axes))
            came.put(lambda result: named_first(result, function, entry, asked, axes))
        if is_to_be_read and number == 1 and not inputs:  # a table of numbers alone
            came.put(lambda result: without_one_in_front(result, axes))
        return came.results, came.said, alone[0][1]

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


def changed_values(paths: Sequence[str], args: Sequence[Any], kwargs: Mapping[str, Any]) -> list[Any]:
    """What the arguments at these paths are now, whole."""
    found = [args[int(path[5:].split("]")[0])] for path in paths if path.startswith("args[")]
    return found + [kwargs[path[8:].split("'")[0]] for path in paths if path.startswith("kwargs['")]


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
