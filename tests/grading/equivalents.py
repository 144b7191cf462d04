"""The search for what does a forbidden function's work: each operator, under each key and as each table has it, and each
function of torch's modules, called on random inputs in forked processes; what agrees with the forbidden one is printed.

    python -m tests.grading.equivalents [NAME ...]      what is found of these (all by default) once they are withheld
    python -m tests.grading.equivalents --open [NAME ...]      the same with nothing withheld: what the data are made from

Takes minutes for each name. Nothing should be found of what is withheld, but what `LEFT_OPEN` names.
"""

from __future__ import annotations

import contextlib
import inspect
import itertools
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
import torch._decomp
import torch._refs
from torch import Tensor
from torch.nn import functional

from interview_cli.grading.candidate import withheld

SECONDS = 3.0
CPU_SECONDS = 6.0
MOST_CALLS = 60
KEYS = ("CPU", "Meta", "CompositeImplicitAutograd", "CompositeExplicitAutograd", "FuncTorchBatchedDecomposition")
UNSAFE = (
    "_debug", "::_print", "profiler", "rpc", "c10d", "sleep", "cuda", "::save", "record_function", "set_", "resize_storage",
    "quantize", "cudnn", "miopen", "hip", "_assert", "::sym_", "fft", "_foreach",
)  # fmt: skip
"""Operators that leave the process in another state, or take for ever."""
MODULES = (
    "torch._refs",
    "torch._decomp",
    "torch._prims",
    "torch.nn",
    "torch.functional",
    "torch.special",
    "torch.masked",
)
LEFT_OPEN = {"relu": {"clamp", "clip", "max", "fmax", "hardtanh"}, "linear": {"inner"}, "embedding": {"index"}}
"""By parts of names: what an exercise leaves open."""


@dataclass
class Target:
    """A forbidden function: what it gives on the tensors, and arguments of other kinds that could go with them."""

    want: Tensor
    tensors: Sequence[Tensor]
    ints: Sequence[int] = ()
    lists: Sequence[list[int]] = ()
    floats: Sequence[float] = ()
    calls: Sequence[tuple[Any, ...]] = field(default_factory=tuple)


def targets() -> dict[str, Target]:
    """By forbidden name; computed before anything is withheld."""
    torch.manual_seed(0)
    x, other, third = torch.randn(3, 5), 2 * torch.randn(3, 5), torch.randn(3, 5)
    q, k, v = (torch.randn(2, 3, 4, 8) for _ in range(3))
    y, w5, b5 = torch.randn(2, 3, 5), torch.randn(5), torch.randn(5)
    z, w6, b6 = torch.randn(2, 6, 3, 4), torch.randn(6), torch.randn(6)
    image, kernel = torch.randn(2, 4, 6, 6), torch.randn(5, 4, 3, 3)
    lx, lw, lb = torch.randn(3, 5), torch.randn(4, 5), torch.randn(4)
    labels, table = torch.tensor([2, 0, 4]), torch.randn(5, 4)
    log_p, p = x.log_softmax(-1), other.softmax(-1)
    dims, one = (-1, 1), (1, 0)
    return {
        "scaled_dot_product_attention": Target(
            functional.scaled_dot_product_attention(q, k, v), [q, k, v], (0,), (), (0.0,), [(q, k, v)]
        ),
        "softmax": Target(x.softmax(-1), [x, -x], dims, (), (), [(x, -1), (x, -1, False), (x, -1, None), (-x, -1)]),
        "log_softmax": Target(log_p, [x], dims, (), (), [(x, -1), (x, -1, False), (x, -1, None)]),
        "logsumexp": Target(x.logsumexp(-1), [x], dims, ([-1], [1]), (), [(x, -1), (x, [-1])]),
        "layer_norm": Target(
            functional.layer_norm(y, (5,), w5, b5), [y, w5, b5], (5,), ([5],), (1e-5,), [(y, [5], w5, b5, 1e-5)]
        ),
        "rms_norm": Target(functional.rms_norm(y, (5,), w5), [y, w5], (5,), ([5],), (1e-6,), [(y, [5], w5, None)]),
        "group_norm": Target(
            functional.group_norm(z, 3, w6, b6), [z, w6, b6], (3, 2, 6, 12), (), (1e-5,), [(z, 3, w6, b6, 1e-5)]
        ),
        "batch_norm": Target(
            functional.batch_norm(z, None, None, w6, b6, True),
            [z, w6, b6],
            (6,),
            (),
            (0.1, 1e-5),
            [(z, w6, b6, None, None, True, 0.1, 1e-5), (z, w6, b6, None, None, True, 0.1, 1e-5, False)],
        ),
        "gelu": Target(functional.gelu(x), [x], calls=[(x,)]),
        "relu": Target(functional.relu(x), [x], (0,), (), (0.0,), [(x,), (x, 0.0, 0.0)]),
        "linear": Target(functional.linear(lx, lw, lb), [lx, lw, lb], calls=[(lx, lw, lb)]),
        "embedding": Target(functional.embedding(labels, table), [table, labels], (0,), calls=[(table, labels)]),
        "cross_entropy": Target(
            functional.cross_entropy(x, labels), [x, labels], (1, -100), (), (0.0,), [(x, labels), (x, labels, None, 1)]
        ),
        "nll_loss": Target(
            functional.nll_loss(log_p, labels), [log_p, labels], (1, -100), (), (), [(log_p, labels, None, 1, -100)]
        ),
        "kl_div": Target(functional.kl_div(log_p, p, reduction="none"), [log_p, p], (0,), calls=[(log_p, p, 0)]),
        "huber_loss": Target(functional.huber_loss(x, other), [x, other], one, (), (1.0,), [(x, other, 1, 1.0)]),
        "triplet_margin_loss": Target(
            functional.triplet_margin_loss(x, other, third), [x, other, third], one, (), (1.0,), [(x, other, third)]
        ),
        "conv2d": Target(
            functional.conv2d(image, kernel),
            [image, kernel],
            (1,),
            ([1, 1], [0, 0], [3, 3]),
            (),
            [(image, kernel, None, [1, 1], [0, 0], [1, 1], False, [0, 0], 1)],
        ),
    }


class Slow(BaseException):
    """A call takes too long."""


def agrees(value: Any, want: Tensor) -> bool:
    """Whether the value, or a part of it, is the one that is wanted, up to sign, logarithm and shape."""
    if isinstance(value, tuple | list):
        return any(agrees(part, want) for part in value[:4])
    plain = isinstance(value, Tensor) and value.layout is torch.strided and not value.is_meta
    if not plain or value.dtype != want.dtype or value.numel() != want.numel():
        return False
    value = value.detach().reshape(want.shape)
    return any(torch.allclose(one, want, rtol=1e-3, atol=1e-4) for one in (value, -value, value.exp()))


def fillings(schema: Any, target: Target) -> Iterator[tuple[list[Any], dict[str, Any]]]:
    """Arguments that fit a schema: the tensors in every order, what is left out where that may be, a few of the rest."""
    needed = sum(str(argument.type) == "Tensor" for argument in schema.arguments)
    if not 0 < needed <= len(target.tensors) or any(argument.is_out for argument in schema.arguments):
        return
    for order in itertools.permutations(target.tensors, needed):
        rest = [tensor for tensor in target.tensors if not any(tensor is one for one in order)]
        for optional in {(), tuple(range(len(rest)))}:
            first, others = iter(order), iter([rest[i] for i in optional])
            choices = [values_for(argument, target, first, others) for argument in schema.arguments]
            for values in itertools.islice(itertools.product(*choices), MOST_CALLS):
                pairs = list(zip(schema.arguments, map(fresh, values), strict=True))
                yield (
                    [value for argument, value in pairs if not argument.kwarg_only],
                    {argument.name: value for argument, value in pairs if argument.kwarg_only},
                )


def values_for(argument: Any, target: Target, first: Iterator[Tensor], others: Iterator[Tensor]) -> list[Any]:
    """What could stand for one argument."""
    kind = str(argument.type)
    if kind == "Tensor":
        return [next(first)]
    if kind == "Optional[Tensor]":
        return [next(others, None)]
    given = [argument.default_value] if argument.has_default_value() else []
    if "List[" in kind:
        return [*given, *map(list, target.lists)] or [None]
    if kind == "bool":
        return [False, True]
    if kind.startswith("Optional"):
        return given or [None]
    numbers = target.floats if kind in ("float", "number") else target.ints
    return given or list(numbers) or [1]


def fresh(value: Any) -> Any:
    """A copy: a call may work in place."""
    return value.clone() if isinstance(value, Tensor) else value


def ways(full: str) -> Iterator[Callable[..., Any]]:
    """All that an overload can be called by."""
    overload = withheld.overload_of(full)
    if overload is None:
        return
    yield overload
    yield overload.decompose
    for key in KEYS:
        if torch._C._dispatch_has_kernel_for_dispatch_key(full, key):
            yield lambda *args, key=key, **rest: overload._op_dk(getattr(torch._C.DispatchKey, key), *args, **rest)
            with contextlib.suppress(Exception):
                kernel = torch.library.get_kernel(full, key)
                yield lambda *args, kernel=kernel, key=key, **rest: kernel.call_boxed(
                    torch._C.DispatchKeySet(getattr(torch._C.DispatchKey, key)), *args, **rest
                )
    yield from withheld.functions_of(full)


def attempts(target: Target) -> Iterator[tuple[str, Callable[..., Any], Iterator[tuple[list[Any], dict[str, Any]]]]]:
    """Everything that can be called, with its name and what to call it with."""
    for full in torch._C._dispatch_get_all_op_names():
        overload = None if any(part in full for part in UNSAFE) else withheld.overload_of(full)
        if overload is not None:
            for way in ways(full):
                yield full, way, fillings(overload._schema, target)
    seen: set[int] = set()
    for name, module in sorted(sys.modules.items()):
        if name == "torch" or name.startswith(MODULES):
            for attribute, function in list(vars(module).items()):
                if callable(function) and not inspect.isclass(function) and id(function) not in seen:
                    seen.add(id(function))
                    yield f"{name}.{attribute}", function, iter([(list(map(fresh, c)), {}) for c in target.calls])


def agreeing(name: str, target: Target, *, withhold: bool) -> set[str]:
    """What agrees with the target; each process goes on where the one before it has died or lost its senses."""
    found: set[str] = set()
    start: int | None = 0
    while start is not None:
        read_end, write_end = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read_end)
            with os.fdopen(write_end, "w") as report, contextlib.suppress(BaseException):
                search(name, target, start, report, withhold=withhold)
            os._exit(0)
        os.close(write_end)
        with os.fdopen(read_end) as report:
            lines = report.read().splitlines()
        os.waitpid(child, 0)
        found |= {line.removeprefix("found ") for line in lines if line.startswith("found ")}
        at = [int(line.removeprefix("at ")) for line in lines if line.startswith("at ")]
        start = None if lines[-1:] == ["end"] or not at else at[-1] + 1
    return found


def search(name: str, target: Target, start: int, report: Any, *, withhold: bool) -> None:
    """From this attempt on, as far as the process comes."""
    null = os.open(os.devnull, os.O_RDWR)
    for fd in range(3):  # what the functions print
        os.dup2(null, fd)
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    signal.signal(signal.SIGALRM, stop)
    if withhold:
        withheld.withhold([name])
    ones = torch.ones(2)
    for number, (label, function, calls) in enumerate(attempts(target)):
        if number < start:
            continue
        print(f"at {number}", file=report, flush=True)
        signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)  # ends the process in the middle of C
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        try:
            for args, rest in calls:
                with contextlib.suppress(Exception, withheld.Withheld):
                    if agrees(function(*args, **rest), target.want):
                        print(f"found {label}", file=report, flush=True)
                        break
        except Slow:
            pass
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        if not (torch.is_grad_enabled() and torch.equal(ones + ones, 2 * ones)):
            return
    print("end", file=report, flush=True)


def stop(*_: object) -> None:
    """Raises: Slow."""
    raise Slow


def is_left_open(name: str, label: str) -> bool:
    """Whether the exercise leaves this one open."""
    return any(part in label for part in LEFT_OPEN.get(name, ()))


def main(arguments: Sequence[str]) -> None:
    """Print what is found."""
    known = targets()
    withheld.warm_up()
    names = [argument for argument in arguments if not argument.startswith("--")] or list(known)
    for name in names:
        found = agreeing(name, known[name], withhold="--open" not in arguments)
        print(name, *sorted(one for one in found if not is_left_open(name, one)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
