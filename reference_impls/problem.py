"""What `judging.py` says about its problem: cases and laws. Imports torch and the standard library only.

The judge runs every case in two *worlds*, the reference's own (in float64) and the candidate's process, with the same
inputs, and compares what they observe. A law is checked in the candidate's world alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

import torch
from torch import Tensor

T = TypeVar("T")
Observation = tuple[str, Any]
"""What is seen, by its label; that of a gradient begins with `GRADIENT`, and is compared as one."""

GRADIENT = "gradient of "

STANDARD_ERRORS = 5.5
"""Two-sided false-alarm rate of a statistical law, 4e-8 for each comparison."""


UNKNOWN = "something else"
"""The tag of a law that is broken in none of the ways that it knows: no sign that two answers have the same mistake."""


class Broken(Exception):
    """A law that does not hold. `tag` names which part broke, so that a slip that breaks the same part is recognised."""

    def __init__(self, message: str, tag: str) -> None:
        super().__init__(message)
        self.message = message
        self.tag = tag


def expect(holds: bool, message: str, tag: str = "") -> None:
    """Raises: Broken, with the message, unless the condition holds."""
    if not holds:
        raise Broken(message, tag or message)


def dtype_of(value: object) -> str:
    """`float16` for tensors and arrays alike."""
    return str(getattr(value, "dtype", type(value).__name__)).removeprefix("torch.")


def expect_close(
    got: Any, want: Tensor | float, message: str, tag: str = "", *, rtol: float = 1e-4, atol: float = 1e-5
) -> None:
    """Raises: Broken unless `got` is a tensor or number of the shape of `want`, and close to it."""
    wanted = torch.as_tensor(want, dtype=torch.float64)
    try:
        value = torch.as_tensor(got).to(torch.float64)
    except (TypeError, ValueError, RuntimeError):
        raise Broken(f"{message}: got {type(got).__name__}", tag or message) from None
    same_shape = value.shape == wanted.shape
    near = same_shape and torch.allclose(value, wanted, rtol=rtol, atol=atol, equal_nan=True)
    expect(
        near, message if same_shape else f"{message}: shape {tuple(value.shape)}, expected {tuple(wanted.shape)}", tag
    )


def expect_frequency(hits: int, draws: int, probability: float, message: str, tag: str = "") -> None:
    """Raises: Broken if a binomial count is further from its mean than STANDARD_ERRORS (plus one for small counts)."""
    spread = math.sqrt(draws * probability * (1 - probability))
    off = abs(hits - draws * probability)
    expect(off <= STANDARD_ERRORS * spread + 1, f"{message}: {hits / draws:.4f}, expected {probability:.4f}", tag)


@dataclass(frozen=True)
class Tolerance:
    """Allowed error: `relative` of each value plus `scaled` of the largest expected magnitude (at least `floor`)."""

    relative: float
    scaled: float
    floor: float = 1e-2


TOLERANCES: Mapping[torch.dtype, Tolerance] = {
    # a right answer may pass through float32 on its way, as softmax(dtype=float32) does
    torch.float64: Tolerance(1e-5, 1e-6),
    torch.float32: Tolerance(1e-4, 1e-5),
    torch.float16: Tolerance(1e-2, 4e-3),
    torch.bfloat16: Tolerance(4e-2, 2e-2),
}
FLOAT32_EVERYWHERE: Mapping[torch.dtype, Tolerance] = {**TOLERANCES, torch.float64: TOLERANCES[torch.float32]}
"""For problems whose right answers may compute in float32 whatever comes in."""


class Draw:
    """Seeded inputs. The same seed gives the same values in every world; floats are rounded to `dtype` first.

    In the reference's world `upcast` hands the same rounded values out in float64.
    """

    def __init__(self, seed: int, dtype: torch.dtype = torch.float32, *, upcast: bool = False) -> None:
        self.dtype = dtype
        self._upcast = upcast
        self._generator = torch.Generator().manual_seed(seed)

    def floating(self, values: Tensor | Sequence[Any] | float) -> Tensor:
        """The values as a float tensor of the tier that is being tested."""
        rounded = torch.as_tensor(values, dtype=torch.float64).to(self.dtype)
        return rounded.to(torch.float64) if self._upcast else rounded

    def normal(self, *shape: int, mean: float = 0.0, scale: float = 1.0) -> Tensor:
        """Gaussian values of this mean and standard deviation."""
        return self.floating(mean + scale * torch.randn(shape, generator=self._generator, dtype=torch.float64))

    def uniform(self, *shape: int, low: float = 0.0, high: float = 1.0) -> Tensor:
        """Uniform values in [low, high)."""
        return self.floating(low + (high - low) * torch.rand(shape, generator=self._generator, dtype=torch.float64))

    def integers(self, low: int, high: int, *shape: int) -> Tensor:
        """int64 values in [low, high)."""
        return torch.randint(low, high, shape, generator=self._generator)

    def booleans(self, *shape: int, p: float = 0.5) -> Tensor:
        """True with probability p."""
        return torch.rand(shape, generator=self._generator) < p

    def integer(self, low: int, high: int) -> int:
        """A Python int in [low, high], both ends included."""
        return int(torch.randint(low, high + 1, (), generator=self._generator))

    def real(self, low: float, high: float) -> float:
        """A Python float in [low, high)."""
        return low + (high - low) * float(torch.rand((), generator=self._generator, dtype=torch.float64))

    def permutation(self, n: int) -> list[int]:
        """A random order of range(n)."""
        return [int(i) for i in torch.randperm(n, generator=self._generator)]

    def choice(self, values: Sequence[T]) -> T:
        """One of the values."""
        return values[self.integer(0, len(values) - 1)]


@dataclass(frozen=True)
class Ref:
    """An object that lives in a world: an instance, a module, a container that is passed by reference."""

    number: int
    type_name: str = ""


@dataclass
class SpyCall:
    """One recorded call of a spy: what it got, what it gave, and the cotangents that came back through it."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    output: Any = None
    cotangents: list[Tensor] = field(default_factory=list)


@dataclass
class Spy:
    """A callable handed to the candidate whose code, weights and record stay on the judge's side."""

    function: Callable[..., Any]
    calls: list[SpyCall] = field(default_factory=list)


@dataclass(frozen=True)
class Traced:
    """A result with the names of the torch functions that ran, and the most elements that any of their results held."""

    value: Any
    operators: frozenset[str]
    largest: int


Target = str | Ref | tuple[Ref, str]
"""What is called: an entry by name, an object, or a method of an object."""


class World(Protocol):
    """A place where the entries of a problem exist: the reference's, a slip's, or the candidate's process."""

    def call(self, target: Target, *args: Any, **kwargs: Any) -> Any:
        """Call and return the value. Arguments must come back unmodified (pass a Ref where they may change)."""
        ...

    def gradients(
        self, target: Target, *args: Any, cotangents: Sequence[Tensor], **kwargs: Any
    ) -> tuple[Any, dict[str, Any]]:
        """Call, and pull the cotangents (one for each floating tensor of the result) back to every floating input.

        Keys: `args[0]`, `kwargs['mask']`, `param.weight` (for modules); None where no gradient arrives.
        """
        ...

    def new(self, entry: Target, *args: Any, **kwargs: Any) -> Ref:
        """Build an object and keep it in the world."""
        ...

    def keep(self, value: Any) -> Ref:
        """Put a value (a dict, a list, a tensor) into the world, to be passed by reference."""
        ...

    def value(self, ref: Ref) -> Any:
        """The present value of a kept object."""
        ...

    def values(self, refs: Sequence[Ref]) -> list[Any]:
        """Those of several, asked at once."""
        ...

    def get(self, ref: Ref, attribute: str) -> Any:
        """The value of an attribute, dots allowed."""
        ...

    def linear(self, weight: Tensor, bias: Tensor | None) -> Ref:
        """A torch.nn.Linear with these weights."""
        ...

    def module(self, parameters: Mapping[str, Tensor], buffers: Mapping[str, Tensor]) -> Ref:
        """A torch.nn.Module that holds these parameters and buffers (dots in the names nest)."""
        ...

    def stream(self, tensors: Sequence[Tensor]) -> Ref:
        """An iterator that hands the tensors out once, each in the memory of the one before.

        They may differ in the length of their last axis.
        """
        ...

    def state(self, ref: Ref) -> dict[str, Tensor]:
        """The state_dict of a module."""
        ...

    def load(self, ref: Ref, state: Mapping[str, Tensor]) -> None:
        """load_state_dict, strictly: names and shapes must agree."""
        ...

    def reference_state(self, entry: str, init: Sequence[Any]) -> dict[str, Tensor]:
        """The state_dict that the reference's class has when built from `init`: names and shapes that all must have."""
        ...

    def assign(self, ref: Ref, values: Mapping[str, Tensor]) -> None:
        """Write these values into the named parameters and buffers of a module, in place."""
        ...

    def raised(self, target: Target, *args: Any, **kwargs: Any) -> str | None:
        """The name of the exception's class (with its bases, joined by `<`) that the call raises, None if it returns."""
        ...

    def spy(self, function: Callable[..., Any]) -> Spy:
        """A recorded callable to pass as an argument."""
        ...

    def repeat(self, times: int, target: Target, *args: Any, **kwargs: Any) -> list[Any]:
        """The results of several calls with the same arguments."""
        ...

    def trace(self, target: Target, *args: Any, **kwargs: Any) -> Traced:
        """Call under an operator trace."""
        ...


Accept = Callable[[Any, Any], str | None]
"""(got, expected) -> None if the answer is valid, else what is wrong with it."""


@dataclass(frozen=True)
class Case:
    """One call, compared under the problem's tolerance; with gradients where the problem is differentiable.

    `raises`: names of exceptions of which one must be raised. `accept` judges the answer where several are valid.
    `constant`: names or positions of floating arguments without gradients. `dtypes`: tiers in which the case is run.
    """

    name: str
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    entry: str | None = None
    raises: tuple[str, ...] = ()
    accept: Accept | None = None
    grad: bool = True
    constant: tuple[str | int, ...] = ()
    dtypes: tuple[torch.dtype, ...] | None = None


@dataclass(frozen=True)
class Scenario:
    """Several steps whose observations (label, value) must agree between the two worlds, in order."""

    name: str
    steps: Callable[[World, Draw], Iterator[Observation]]
    dtypes: tuple[torch.dtype, ...] | None = None


def sweep(entry: str, make: Callable[[Draw], tuple[Any, ...]], calls: int = 60) -> Scenario:
    """Many calls with small random inputs: what goes wrong in one corner alone is met in one of them."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        for _ in range(calls):
            args = make(draw)
            yield f"{entry}({', '.join(map(repr, args))})", world.call(entry, *args)

    return Scenario("many small inputs", steps)


def refusals(entry: str, make: Callable[[Draw], tuple[Any, ...]], error: str, calls: int = 20) -> Scenario:
    """Many calls that must raise this error, with random inputs: nobody can know all of them."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        for _ in range(calls):
            args = make(draw)
            raised = (world.raised(entry, *args) or "nothing").split("<")
            yield f"whether {entry}({', '.join(map(repr, args))}) raises {error}", error in raised

    return Scenario("inputs that must be refused", steps)


@dataclass(frozen=True)
class Law:
    """A property of every right answer: `check` raises Broken where it does not hold (at most 20 calls).

    `of_gradients`: an answer that computes in NumPy has none, and is not asked.
    """

    name: str
    check: Callable[[World, Draw], None]
    dtype: torch.dtype = torch.float32
    of_gradients: bool = False


@dataclass(frozen=True)
class Problem:
    """A coding problem as the judge sees it.

    `entries`: the reference functions or classes, in the catalogue's order. `cases` yields smallest first; it is called
    once for each tier and world, with the same seed. `grad`: gradients are compared; `gradients_are_asked`:
    they are the exercise, so that an answer without, as in NumPy, is none. `half`: tiers beside float32 and
    float64 that a case names itself. `inputs_may_change`: the spec says 'in place'. `returns_new`: it says that the result
    is new, so that it must not share its memory with an argument.
    """

    id: str
    entries: tuple[Any, ...]
    cases: Callable[[Draw], Iterator[Case | Scenario]]
    laws: tuple[Law, ...] = ()
    dtypes: tuple[torch.dtype, ...] = (torch.float32, torch.float64)
    tolerances: Mapping[torch.dtype, Tolerance] = field(default_factory=lambda: TOLERANCES)
    grad: bool = True
    gradients_are_asked: bool = False
    inputs_may_change: bool = False
    returns_new: bool = False

    def entry_names(self) -> tuple[str, ...]:
        """The names that a candidate's file must define."""
        return tuple(entry.__name__ for entry in self.entries)


def module_case(
    name: str,
    entry: str,
    init: Sequence[Any],
    *inputs: Callable[[Draw], Any],
    in_mode: str = "train",
    **kwargs: Callable[[Draw], Any],
) -> Scenario:
    """A class built from `init`, given the reference's weights, called once; result and all gradients are observed.

    `in_mode`: `eval` where it is called in evaluation, which must change nothing of a layer without dropout. The inputs are
    made by functions of the draw, so that each world gets its own copy. Weights are drawn at a scale that keeps activations
    near one, biases included, so that a forgotten bias shows.
    """

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        built = world.new(entry, *init)
        state = world.reference_state(entry, init)
        weights = {
            key: draw.normal(*value.shape, scale=1 / math.sqrt(value.shape[-1] if value.ndim > 1 else 4))
            for key, value in sorted(state.items())
        }
        world.load(built, {key: weights[key] for key in state})  # in the order in which the class makes them
        if in_mode != "train":
            world.new((built, in_mode))
        args = [make(draw) for make in inputs]
        named = {key: make(draw) for key, make in kwargs.items()}
        result = world.call(built, *args, **named)
        yield "result", result
        cotangent = draw.normal(*torch.as_tensor(result).shape)
        _, gradients = world.gradients(built, *args, cotangents=[cotangent], **named)
        masks = {f"args[{place}]" for place, value in enumerate(args) if is_a_mask(value)}
        masks |= {f"kwargs[{key!r}]" for key, value in named.items() if is_a_mask(value)}
        for key in sorted(gradients.keys() - masks):
            yield f"{GRADIENT}{key}", gradients[key]

    return Scenario(name, steps)


def is_a_mask(value: Any) -> bool:
    """Whether a tensor has ones and zeros, and nothing else: nobody learns a mask, so that none has a gradient to be compared."""
    return isinstance(value, Tensor) and {0.0, 1.0} == {*value.flatten().tolist()}
