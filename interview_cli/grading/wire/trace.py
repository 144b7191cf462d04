"""Which torch functions run, and how much their results hold: in the candidate's process and in the judge's alike.

Of code that computes in NumPy, how much the arrays hold that it gives a name.
"""

from __future__ import annotations

import _thread
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

import torch
from torch.overrides import TorchFunctionMode

STARTERS = ("start_new_thread", "_start_new_thread", "start_joinable_thread", "_start_joinable_thread")
active: list[Trace] = []


class Trace(TorchFunctionMode):
    """Records the torch functions that run and the most elements that one of their results holds.

    At the level of functions, not of dispatched operators: the names are those that a problem forbids, and a dispatch mode
    imports torch._dynamo on its first use (0.5 s). `source`: the name of the file whose variables are looked at from line to
    line, for arrays of NumPy's.
    """

    def __init__(self, source: str = "") -> None:
        super().__init__()
        self.operators: set[str] = set()
        self.largest = 0
        self.source = source

    def __enter__(self) -> Any:
        active.append(self)
        if self.source:
            self.before = sys.gettrace()
            sys.settrace(self.entered)
        return super().__enter__()  # type: ignore[no-untyped-call]

    def __exit__(self, *exception: Any) -> None:
        if self.source:
            sys.settrace(self.before)
        active.remove(self)
        super().__exit__(*exception)  # type: ignore[no-untyped-call]

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        self.record(func, result)
        return result

    def entered(self, frame: FrameType, _event: str, _arg: Any) -> Any:
        """What follows a function of the file line by line."""
        return self.look if frame.f_code.co_filename == self.source else None

    def look(self, frame: FrameType, _event: str, _arg: Any) -> Any:
        """At the arrays among the variables of a function of the file, and in the object of a method."""
        held = getattr(frame.f_locals.get("self"), "__dict__", {})
        arrays = [value for value in (*frame.f_locals.values(), *held.values()) if type(value).__module__ == "numpy"]
        self.largest = max([self.largest, *(getattr(value, "size", 0) for value in arrays if is_stored(value))])
        return self.look

    def record(self, func: Any, result: Any) -> None:
        """One function has run."""
        self.operators.add(str(getattr(func, "__name__", func)).strip("_"))
        for part in result if isinstance(result, tuple | list) else (result,):
            if isinstance(part, torch.Tensor):
                self.largest = max(self.largest, stored_elements(part))


class Follower(TorchFunctionMode):
    """In a thread that code has started: what runs there counts for the trace of the call that is being watched."""

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        for trace in active:
            trace.record(func, result)
        return result


def follow_threads() -> None:
    """From now on each new thread of this process is followed: a mode of torch's holds for its own thread alone."""
    for module in (_thread, threading):
        for name in STARTERS:
            starter = vars(module).get(name)
            if starter is not None:
                setattr(module, name, followed(starter))


def followed(starter: Callable[..., Any]) -> Callable[..., Any]:
    """A function that starts a thread, and has it followed."""

    def start(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        def run(*given: Any, **named: Any) -> Any:
            with Follower():
                return function(*given, **named)

        return starter(run, *args, **kwargs)

    return start


def is_stored(array: Any) -> bool:
    """Whether all of its elements lie in memory: none of its axes repeats one."""
    steps, lengths = getattr(array, "strides", ()), getattr(array, "shape", ())
    return not any(step == 0 and length > 1 for step, length in zip(steps, lengths, strict=True))


def stored_elements(tensor: torch.Tensor) -> int:
    """Elements that really lie in memory: a view or an expansion holds no more than its storage.

    Under vmap and the like there is no storage to look at; the elements are those of one sample.
    """
    try:
        held = tensor.untyped_storage().nbytes()
    except (NotImplementedError, RuntimeError):
        return tensor.numel()
    return min(tensor.numel(), held // max(1, tensor.element_size()))
