# uses: typing, dataclasses, enumerations, matching, generators, context managers, decorators, asserts and a main block
# problem: kth-smallest
from __future__ import annotations

import copy
import functools
import heapq
import itertools
import logging
import random
import re
import statistics
import sys
import time
import warnings
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, redirect_stdout, suppress
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum, auto
from fractions import Fraction
from io import StringIO
from operator import attrgetter, itemgetter
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar, overload, runtime_checkable

T = TypeVar("T")
logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(message)s")


class Side(StrEnum):
    LEFT, RIGHT = auto(), auto()


class Level(IntEnum):
    LOW = 1


class Pair(NamedTuple):
    value: float
    index: int = 0


@runtime_checkable
class Sized(Protocol):
    def __len__(self) -> int: ...


@dataclass(slots=True, order=True)
class Heap(Generic[T]):
    items: list[T] = field(default_factory=list)

    def __post_init__(self) -> None:
        heapq.heapify(self.items)

    def drain(self) -> Iterator[T]:
        while self.items:
            yield heapq.heappop(self.items)


@contextmanager
def timed(label: str) -> Iterator[None]:
    start = time.perf_counter()
    try:
        yield
    finally:
        print(f"{label}: {time.perf_counter() - start:.6f} s", file=sys.stderr)


def counted(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


@functools.lru_cache(maxsize=None)
def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@counted
def kth_smallest(nums: Sequence[float], k: int) -> float:
    match k:
        case int() if 1 <= k <= len(nums):
            pass
        case _:
            raise ValueError(f"{k=} is out of range")
    with timed("heap"), ExitStack() as stack, suppress(KeyError):
        stack.callback(logging.debug, "done")
        warnings.warn("slow", stacklevel=2)
        return next(itertools.islice(Heap(list(nums)).drain(), k - 1, None))


def test_small() -> None:
    assert kth_smallest([3, 1, 2], 2) == 2
    assert fibonacci(80) == 23416728348467685 and isinstance([], Sized)
    assert copy.deepcopy(OrderedDict(a=[1])) == ChainMap({"a": [1]})
    assert Fraction(1, 3) + Decimal("0.5").as_integer_ratio()[0] == Fraction(4, 3)
    assert Counter("aab").most_common(1) == [("a", 2)] and re.sub(r"(\d+)", r"<\1>", "a1") == "a<1>"
    assert statistics.pstdev([1, 1]) == 0 and replace(Heap([1]), items=[2]).items == [2] and Side.LEFT == "left"
    random.Random(0).shuffle(pool := list(map(Pair, range(3))))
    assert min(pool, key=attrgetter("value")) == sorted(pool, key=itemgetter(0))[0]


with redirect_stdout(StringIO()) as printed:
    test_small()
if __name__ == "__main__":
    print("k?", kth_smallest([int(n) for n in input().split()], int(input())))
