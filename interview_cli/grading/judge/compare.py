"""Whether two results are the same answer, and if not, where they differ. Imports torch and `reference_impls.problem`.

Lenient in form (NumPy or torch, tuple or list, number or 0-d tensor), strict in value: shapes, NaN, infinities agree.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import torch
from torch import Tensor

from interview_cli.grading.judge.text import one
from interview_cli.grading.wire.frames import Handle, Opaque, portable
from reference_impls.problem import TOLERANCES, Tolerance

SHOWN_VALUES = 6
LOOSER = 10
SHOWN_TEXT = 400
PRECISION = {
    torch.float64: 0,
    torch.complex128: 0,
    torch.float32: 1,
    torch.complex64: 1,
    torch.float16: 2,
    torch.bfloat16: 3,
}
TIERS = (torch.float64, torch.float32, torch.float16, torch.bfloat16)


@dataclass(frozen=True)
class Difference:
    """The first place where an answer differs: a sentence, and what was expected and got there."""

    message: str
    expected: str
    got: str


UNSAID = Difference("", "", "")
"""Where nobody reads it."""


@dataclass(frozen=True)
class Comparer:
    """Compares under a problem's tolerances, in the tier of the inputs or the answer's lower precision."""

    tolerances: Mapping[torch.dtype, Tolerance]
    tier: torch.dtype
    says: bool = True

    def agrees(self, got: Any, want: Any) -> bool:
        """Whether both are the same answer: what `difference` finds, without its words, which take most of its time."""
        return self._silent.difference(got, want) is None

    @functools.cached_property
    def looser(self) -> Comparer:
        """For two wrong answers: they agree if they are within several times the tolerance of a right one."""
        loose = {
            dtype: Tolerance(t.relative * LOOSER, t.scaled * LOOSER, t.floor)
            for dtype, t in (self.tolerances or TOLERANCES).items()
        }
        return Comparer(loose, self.tier)

    @functools.cached_property
    def _silent(self) -> Comparer:
        return replace(self, says=False)

    def for_gradients(self, values: Iterable[Tensor]) -> Comparer:
        """The same for gradients of one call, whose right values these are.

        Absolute errors are allowed in proportion to the largest of all, since small ones are often what large terms
        leave when they cancel; and float64 is held to float32's bounds, since a right answer may pass through float32,
        whose rounding such a rest shows many times over.
        """
        largest = max((float(value.abs().nan_to_num(0, 0, 0).max()) for value in values if value.numel()), default=0.0)
        widened = {
            dtype: replace(tolerance, floor=max(tolerance.floor, largest))
            for dtype, tolerance in self.tolerances.items()
        }
        if torch.float32 in widened and torch.float64 in widened:
            widened[torch.float64] = widened[torch.float32]
        return replace(self, tolerances=widened)

    def difference(self, got: Any, want: Any, where: str = "the result") -> Difference | None:
        """None if both are the same answer."""
        got, want = unwrapped(got), unwrapped(want)
        match want:
            case Tensor():
                return self._tensors(got, want, where)
            case bool() | str() | None:
                if isinstance(want, bool) and isinstance(got, Tensor) and got.ndim == 0:
                    got = got.item() if got.dtype is torch.bool else got
                same = type(got) is type(want) and got == want
                return None if same else self._plain(got, want, where)
            case int() | float():
                return self._numbers(got, want, where)
            case list() | tuple():
                return self._sequences(got, want, where)
            case set():
                same = isinstance(got, set | list | tuple) and len(got) == len(want) and all(p in got for p in want)
                return None if same else self._plain(got, want, where)
            case Mapping():
                return self._mappings(got, want, where)
        raise TypeError(f"the reference returned a {type(want).__name__}")

    def _plain(self, got: Any, want: Any, where: str) -> Difference:
        return self._said(lambda: f"{where} is {brief(got)}, expected {brief(want)}", got, want)

    def _said(self, message: Callable[[], str], got: Any, want: Any) -> Difference:
        return Difference(message(), describe(want), describe(got)) if self.says else UNSAID

    def _numbers(self, got: Any, want: float, where: str) -> Difference | None:
        if isinstance(got, Tensor) and got.ndim == 0 and not got.is_complex():
            got = got if isinstance(want, float) and got.is_floating_point() else got.item()
        if isinstance(got, Tensor) and got.ndim == 0 and isinstance(want, float):
            return self._tensors(got, torch.tensor(want, dtype=torch.float64), where)
        if isinstance(got, bool) or not isinstance(got, int | float):
            return self._plain(got, want, where)
        if isinstance(want, int):
            return None if got == want else self._plain(got, want, where)
        return self._tensors(
            torch.tensor(float(got), dtype=torch.float64), torch.tensor(want, dtype=torch.float64), where
        )

    def _sequences(self, got: Any, want: list[Any] | tuple[Any, ...], where: str) -> Difference | None:
        if not isinstance(got, list | tuple) and not (isinstance(got, Tensor) and got.ndim > 0):
            return self._plain(got, want, where)
        if len(got) != len(want):  # before a tensor is taken apart: it may have billions of rows
            return self._said(lambda: f"{where} has {counted(len(got))}, expected {len(want)}", got, want)
        if are_equal_plainly(got, want):
            return None
        parts = got.unbind(0) if isinstance(got, Tensor) else got
        for index, (got_part, want_part) in enumerate(zip(parts, want, strict=True)):
            found = self.difference(got_part, want_part, f"{whole(where)}[{index}]")
            if found is not None:
                return found
        return None

    def _mappings(self, got: Any, want: Mapping[Any, Any], where: str) -> Difference | None:
        if not isinstance(got, Mapping) or set(got) != set(want):
            return self._said(
                lambda: f"{where}: {keys_or_kind(got)}, expected keys {sorted(map(str, want))}", got, want
            )
        for key in want:
            found = self.difference(got[key], want[key], f"{whole(where)}[{key!r}]")
            if found is not None:
                return found
        return None

    def _tensors(self, got: Any, want: Tensor, where: str) -> Difference | None:
        value = None if is_far_larger(got, want) else as_tensor(got)
        if value is None:
            return self._said(lambda: f"{where} is {brief(got)}, expected a tensor of shape {shape(want)}", got, want)
        if value.shape != want.shape and is_several(got):
            return self._said(
                lambda: f"{where} is a tuple of {len(got)} tensors, expected a tensor of shape {shape(want)}", got, want
            )
        if value.shape != want.shape:
            return self._said(lambda: f"{where} has shape {shape(value)}, expected {shape(want)}", value, want)
        near = self._at_once(value, want)
        if near or (near is False and not self.says):
            return None if near else UNSAID
        bad = self.wrong_entries(value, want)
        if not bad.any():
            return None
        return self._said(lambda: f"{where}: {differing(value, want, bad)}", value, want)

    def _at_once(self, got: Tensor, want: Tensor) -> bool | None:
        """What `wrong_entries` would find, in a third of its time, where the largest error tells; None where it doesn't."""
        if not (want.is_floating_point() and got.is_floating_point() and want.numel()):
            return None
        right = want.detach().double()
        largest, worst = float(right.abs().max()), float((got.detach().double() - right).abs().max())
        if not math.isfinite(largest) or math.isnan(worst):
            return None
        tiers = {self._tier_of(got, float32=False), self._tier_of(got, float32=True), torch.float32}
        allowed = [self.tolerances[tier] for tier in tiers & self.tolerances.keys()]
        least = [one.scaled * max(largest, one.floor) for one in allowed]
        if worst <= min(least):
            return True
        most = max(one.relative * largest + own for one, own in zip(allowed, least, strict=True))
        return False if worst > most else None

    def wrong_entries(self, got: Tensor, want: Tensor) -> Tensor:
        """A mask of the entries that are off, for two tensors of one shape."""
        if not (want.is_floating_point() or want.is_complex()):
            if got.is_complex():
                return torch.ones_like(want, dtype=torch.bool)
            whole = want.to(torch.int64)  # of unsigned integers torch compares next to none
            return got.to(torch.float64) != whole if got.is_floating_point() else got.to(torch.int64) != whole
        is_rounded = in_float32(got)
        bad = self._beyond(self.tolerances[self._tier_of(got, float32=is_rounded)], got, want)
        return self._beyond(self.tolerances[torch.float32], got, want) if is_rounded and bool(bad.any()) else bad

    def _beyond(self, tolerance: Tolerance, got: Tensor, want: Tensor) -> Tensor:
        wide = torch.complex128 if want.is_complex() or got.is_complex() else torch.float64
        got, want = got.detach().to(wide), want.detach().to(wide)
        finite = want.isfinite()
        scale = max(float(want[finite].abs().max()) if bool(finite.any()) else 0.0, tolerance.floor)
        allowed = tolerance.relative * want.abs() + tolerance.scaled * scale
        near = (got - want).abs() <= allowed
        return ~((near & finite) | (got == want) | (got.isnan() & want.isnan()))

    def _tier_of(self, got: Tensor, *, float32: bool) -> torch.dtype:
        """An answer may come in float32 where float64 went in, or as float32's values; nobody is asked for less."""
        own = PRECISION[torch.float32] if float32 else min(PRECISION.get(got.dtype, 0), PRECISION[torch.float32])
        return TIERS[max(own, PRECISION[self.tier])]


def in_float32(value: Tensor) -> bool:
    """Whether a float64 tensor holds values of float32 only: it was computed there and cast back, as `x.float()` does."""
    return value.dtype is torch.float64 and bool(((value.float() == value) | value.isnan()).all())


PLAIN = frozenset((int, float, str))
"""Not bool, which equals a number and is none."""


def are_equal_plainly(got: Any, want: Sequence[Any]) -> bool:
    """A quick yes for sequences of many equal numbers or texts; no says nothing."""
    if not isinstance(got, list | tuple) or not PLAIN.issuperset(map(type, want)):
        return False
    return PLAIN.issuperset(map(type, got)) and list(got) == list(want)


def whole(where: str) -> str:
    """What a part is of, before its place: `result`; behind calls, as `put(1, 5) get(1)`, the brackets are not the last one's."""
    plain = where.removeprefix("the ")
    return f"{plain}: result" if plain.endswith(")") else plain


def unwrapped(value: Any) -> Any:
    """NumPy arrays and scalars as tensors, of the kinds that torch has."""
    if type(value).__module__ == "numpy" and hasattr(value, "dtype"):
        import numpy

        return torch.from_numpy(numpy.array(value, dtype=portable(value.dtype), order="C"))
    return value


def as_tensor(value: Any) -> Tensor | None:
    """The value as a tensor if it is one, a number, or a nested list of numbers."""
    if isinstance(value, Tensor):
        return value
    if isinstance(value, int) and value.bit_length() > 63:
        return torch.tensor(float(value), dtype=torch.float64) if value.bit_length() < 1024 else None
    if isinstance(value, bool | int | float):
        return torch.tensor(value, dtype=torch.float64 if isinstance(value, float) else None)
    if isinstance(value, list | tuple) and value:
        parts = [as_tensor(unwrapped(part)) for part in value]
        tensors = [part for part in parts if part is not None]
        if len(tensors) == len(parts) and len({part.shape for part in tensors}) == 1:
            return torch.stack([part.to(torch.float64) for part in tensors])
    return None


def is_several(value: Any) -> bool:
    """Whether a function returned several results; as one tensor they would have a shape that it never made."""
    return isinstance(value, tuple) and any(isinstance(unwrapped(part), Tensor) for part in value)


def is_far_larger(value: Any, want: Tensor) -> bool:
    """Whether nested lists hold many more items than are wanted: to make a tensor of them would take seconds."""
    left, waiting = max(1000, 4 * want.numel()), [value]
    while waiting and left >= 0:
        part = waiting.pop()
        left -= part.numel() if isinstance(part, Tensor) else 1
        if isinstance(part, list | tuple):
            left -= len(part)
            waiting += part[: max(0, left)]
    return left < 0


def keys_or_kind(value: Any) -> str:
    """The keys of a mapping; what it is instead."""
    return f"keys {sorted(map(str, value))}" if isinstance(value, Mapping) else brief(value)


def shape(value: Tensor) -> str:
    """`(2, 3)`."""
    return str(tuple(value.shape))


def differing(got: Tensor, want: Tensor, bad: Tensor) -> str:
    """How many entries differ and the worst of them."""
    if bad.ndim == 0:
        return f"{number(got)}, expected {number(want)}"
    nans = int((got.isnan() & ~want.isnan()).sum()) if got.is_floating_point() else 0
    error = (got.to(torch.complex128) - want.to(torch.complex128)).abs().nan_to_num(math.inf, math.inf)
    index = int(torch.where(bad, error, torch.full_like(error, -1.0)).reshape(-1).argmax())
    worst = f"most at {place_of(index, bad.shape)}: {number(got.reshape(-1)[index])}, expected {number(want.reshape(-1)[index])}"
    note = f" ({nans} NaN where none is expected)" if nans else ""
    return f"{int(bad.sum())} of {bad.numel()} values differ, {worst}{note}"


def place_of(index: int, shape: Sequence[int]) -> list[int]:
    """The place of an entry of the flat tensor. (torch.unravel_index imports sympy, which takes half a second.)"""
    place = []
    for size in reversed(shape):
        index, at = divmod(index, size)
        place.append(at)
    return place[::-1]


def number(value: Tensor) -> str:
    """One entry, six digits."""
    item = value.item()
    return f"{item:.6g}" if isinstance(item, float) else str(item)


def counted(number: int) -> str:
    """`1 item`, `2 items`."""
    return f"{number} item{'s' * (number != 1)}"


def brief(value: Any) -> str:
    """A few words for a sentence."""
    match value:
        case Tensor():
            return f"a tensor of shape {shape(value)}" if value.ndim else number(value)
        case Opaque() if value.text:
            return f"{one(value.type_name)} ({value.text})"
        case Opaque() | Handle():
            return one(value.type_name)
        case list() | tuple() | dict() | set() if len(repr_bounded(value)) > 60:
            return f"a {type(value).__name__} of {len(value)} items"
        case _:
            return repr_bounded(value)


def describe(value: Any) -> str:
    """Several values, for the `expected` and `got` fields; bounded."""
    value = unwrapped(value)
    match value:
        case Tensor() if value.ndim == 0:
            return number(value)
        case Tensor():
            flat = value.detach().reshape(-1)[:SHOWN_VALUES]
            dots = ", ..." if value.numel() > SHOWN_VALUES else ""
            entries = ", ".join(number(entry) for entry in flat)
            return f"{str(value.dtype).removeprefix('torch.')} {shape(value)}: [{entries}{dots}]"
        case Opaque() | Handle():
            return f"<{value.type_name}>"
        case list() | tuple() if any(isinstance(part, Tensor) for part in value[:SHOWN_TEXT]):
            return "; ".join(describe(part) for part in value)[:SHOWN_TEXT]
        case Mapping():
            return ", ".join(f"{key}: {describe(part)}" for key, part in value.items())[:SHOWN_TEXT]
        case _:
            return repr_bounded(value)


def repr_bounded(value: Any) -> str:
    """repr, cut: a long list before it is written out."""
    if isinstance(value, list | tuple | set) and len(value) > SHOWN_TEXT:
        value = list(islice(value, SHOWN_TEXT))
    try:
        text = repr(value)
    except ValueError:  # a whole number of more than 4,300 digits
        return "a number too long to show"
    return text if len(text) <= SHOWN_TEXT else text[: SHOWN_TEXT - 4] + " ..."
