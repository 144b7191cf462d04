"""What is shown of an item under a seed: drawn parameters, shuffled options, letters; imports the domain only.

The same item and seed give the same view in every process and under every version of Python: only `Random.random` is
used, whose sequence the language promises.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, NamedTuple, TypeVar, assert_never

from interview_cli.domain.items.question import (
    AnyItem,
    Bug,
    Choice,
    ChooseFrom,
    Code,
    Debug,
    Design,
    Formula,
    IntegerBetween,
    Matching,
    Numeric,
    Option,
    Ordering,
    Parameter,
    Problem,
    RealBetween,
    Recall,
    SymbolSpec,
)

SCHEMA = 1
MOST_LETTERS = len(string.ascii_uppercase)
HOUSE_RULE = "Your code must not change its arguments, unless the problem says so."
"""Of every coding problem: the grade asks for it, and most prompts do not say it."""

_PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}")

Value = TypeVar("Value")


class Lettered(NamedTuple):
    """Something to choose by its key: an option, a step, a row or a value of a grid."""

    key: str
    text: str


class Column(NamedTuple):
    """A column of a grid: its name, and its different values in shuffled order. No two columns share a letter."""

    name: str
    values: tuple[Lettered, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An item as the user sees it before answering.

    `values`: the drawn parameters. `options`: of a choice or bug; `steps`: of an ordering; `rows` (numbered) and
    `columns`: of a matching. `code`: the page that a bug question asks about; `sound_code`: the same without the bug, shown
    after the answer only. `entry`, `stub`, `forbid`: of a coding
    problem, whose spec is for authors: the prompt says all that is needed, and the spec may give the solution away.
    `planted`: of a debugging exercise, the problem or project whose code is shown and how many mistakes are put into it.
    """

    item: str
    kind: str
    section: int
    concepts: tuple[str, ...]
    level: int
    minutes: float
    title: str | None
    prompt: str
    seed: int
    hints: tuple[str, ...]
    why: str
    sources: tuple[str, ...]
    values: Mapping[str, float | int]
    options: tuple[Lettered, ...] = ()
    steps: tuple[Lettered, ...] = ()
    rows: tuple[Lettered, ...] = ()
    columns: tuple[Column, ...] = ()
    symbols: Mapping[str, SymbolSpec] | None = None
    unit: str | None = None
    code: str | None = None
    sound_code: str | None = None
    entry: str | None = None
    stub: str | None = None
    forbid: tuple[str, ...] = ()
    planted: tuple[str, int] | None = None

    @property
    def rules(self) -> list[str]:
        """What an answer in code must keep to, besides the prompt."""
        forbidden = [f"Not allowed: {', '.join(self.forbid)}"] if self.forbid else []
        return [HOUSE_RULE, *forbidden] if self.kind == "code" else forbidden

    def as_json(self) -> dict[str, Any]:
        """The object of `show --json`, all keys always there.

        The code of a bug stands at the end of its prompt. The rows of a grid are its `steps`, with keys 1, 2, …; its
        lettered values are its `options`, each with the name of its column.
        """
        grid = tuple(
            Lettered(value.key, f"{column.name}: {value.text}") for column in self.columns for value in column.values
        )
        return {
            "schema": SCHEMA,
            "item": self.item,
            "kind": self.kind,
            "section": self.section,
            "concepts": list(self.concepts),
            "level": self.level,
            "minutes": self.minutes,
            "prompt": self.prompt if self.code is None else f"{self.prompt}\n\n```python\n{self.code.rstrip()}\n```",
            "seed": self.seed,
            "options": _as_objects(self.options or grid),
            "steps": _as_objects(self.steps or self.rows),
            "symbols": {name: _symbol_as_object(spec) for name, spec in (self.symbols or {}).items()},
            "unit": self.unit,
            "entry": self.entry,
            "spec": None,
            "stub": self.stub,
            "hints": list(self.hints),
            "forbid": list(self.forbid),
            "rules": self.rules,
            "sources": list(self.sources),
        }


def present(
    item: AnyItem,
    seed: int,
    problem: Problem | None = None,
    *,
    code: str | None = None,
    sound_code: str | None = None,
    stub: str | None = None,
) -> Shown:
    """The item as it is shown under this seed.

    A coding item needs its `problem` of the catalogue, and may have a `stub`; a bug needs the `code` it asks about, and may
    have the sound one; of a debugging exercise the problem's code is planted later.
    """
    values = draw(item, seed) if isinstance(item, Numeric) else {}
    common: dict[str, Any] = {
        "item": item.id,
        "kind": item.kind,
        "section": problem.section if isinstance(item, Code) and problem is not None else _section(item),
        "concepts": item.concepts,
        "level": item.level,
        "minutes": item.minutes,
        "title": item.title,
        "prompt": filled(item.prompt, values),
        "seed": seed,
        "hints": tuple(filled(hint, values) for hint in item.hints),
        "why": filled(item.why, values),
        "sources": item.sources,
        "values": values,
    }
    match item:
        case Formula():
            return Shown(**common, symbols=item.symbols)
        case Numeric():
            return Shown(**common, unit=item.unit)
        case Choice():
            return Shown(**common, options=_texts(shown_options(item, seed)))
        case Bug():
            return Shown(**common, options=_texts(shown_options(item, seed)), code=code, sound_code=sound_code)
        case Ordering():
            return Shown(**common, steps=shown_steps(item, seed))
        case Matching():
            return Shown(**common, rows=shown_rows(item), columns=shown_columns(item, seed))
        case Recall() | Design():
            return Shown(**common)
        case Code():
            if problem is None:
                raise ValueError(f"{item.id} is a coding problem: its catalog entry is needed to show it")
            return Shown(**common, entry=problem.entry, stub=stub, forbid=problem.forbid)
        case Debug():
            asked: dict[str, Any] = {} if problem is None else {"entry": problem.entry, "forbid": problem.forbid}
            return Shown(**common, **asked, planted=(item.code, item.bugs))
        case _:
            assert_never(item)


def draw(item: Numeric, seed: int) -> dict[str, float | int]:
    """A value for each parameter, in the order in which they are declared."""
    rng = _stream(item, seed)
    return {name: _drawn(parameter, rng) for name, parameter in item.parameters.items()}


def filled(text: str, values: Mapping[str, float | int]) -> str:
    """The text with each `{{name}}` that has a value replaced by it: whole numbers plainly, others to six digits."""
    return _PLACEHOLDER.sub(lambda found: _written(values[found[1]]) if found[1] in values else found[0], text)


def placeholders(text: str) -> tuple[str, ...]:
    """The names that stand in double braces."""
    return tuple(_PLACEHOLDER.findall(text))


def shown_options(item: Choice | Bug, seed: int) -> dict[str, Option]:
    """The options by letter, in the order in which they are shown."""
    shuffled = _shuffled(item.options, _stream(item, seed))
    return {letter(position): option for position, option in enumerate(shuffled)}


def shown_steps(item: Ordering, seed: int) -> tuple[Lettered, ...]:
    """The steps in the order in which they are shown."""
    return _lettered(_shuffled(item.steps, _stream(item, seed)), start=0)


def shown_rows(item: Matching) -> tuple[Lettered, ...]:
    """The rows, numbered from 1 in the order of the file."""
    return tuple(Lettered(str(number), name) for number, name in enumerate(item.rows, start=1))


def shown_columns(item: Matching, seed: int) -> tuple[Column, ...]:
    """The columns in the order of the file; a value that stands in several rows is shown once."""
    rng = _stream(item, seed)
    columns: list[Column] = []
    taken = 0
    for name in next(iter(item.rows.values())):
        different = list(dict.fromkeys(cells[name] for cells in item.rows.values()))
        columns.append(Column(name, _lettered(_shuffled(different, rng), start=taken)))
        taken += len(different)
    return tuple(columns)


def letter(position: int) -> str:
    """A to Z."""
    return string.ascii_uppercase[position]


def _stream(item: AnyItem, seed: int) -> Random:
    """Chance that differs between items: under one seed, not every answer stands in the same place."""
    return Random(f"{item.id} {seed}")


def _section(item: AnyItem) -> int:
    return 0 if isinstance(item, Code) else int(item.id[1:3])


def _drawn(parameter: Parameter, rng: Random) -> float | int:
    match parameter:
        case ChooseFrom(choose=values):
            return values[_below(len(values), rng)]
        case IntegerBetween(integer=(low, high)):
            return low + _below(high - low + 1, rng)
        case RealBetween(real=(low, high)):
            rounded = float(f"{low + (high - low) * rng.random():.3g}")
            return min(max(rounded, low), high)
        case _:
            assert_never(parameter)


def _below(count: int, rng: Random) -> int:
    return int(rng.random() * count)


def _shuffled(values: Sequence[Value], rng: Random) -> list[Value]:
    shuffled = list(values)
    for last in range(len(shuffled) - 1, 0, -1):
        other = _below(last + 1, rng)
        shuffled[last], shuffled[other] = shuffled[other], shuffled[last]
    return shuffled


def _written(value: float | int) -> str:
    return str(value) if isinstance(value, int) else f"{value:g}"


def _lettered(texts: Iterable[str], *, start: int) -> tuple[Lettered, ...]:
    return tuple(Lettered(letter(position), text) for position, text in enumerate(texts, start=start))


def _texts(options: Mapping[str, Option]) -> tuple[Lettered, ...]:
    return tuple(Lettered(key, option.text) for key, option in options.items())


def _as_objects(entries: Iterable[Lettered]) -> list[dict[str, str]]:
    return [{"key": entry.key, "text": entry.text} for entry in entries]


def _symbol_as_object(spec: SymbolSpec) -> dict[str, Any]:
    return {"domain": spec.domain, "over": spec.over, "meaning": spec.meaning}
