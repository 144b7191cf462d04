"""A made-up bank with the proportions of the packaged one: sections, levels, minutes, siblings, code; the domain only."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from interview_cli.domain.items.question import (
    AnyItem,
    Asked,
    Bank,
    Code,
    Concept,
    CoreEntry,
    KeyPoint,
    Problem,
    Recall,
)

SECTIONS = range(1, 24)
QUESTION_MINUTES = (1.0, 1.0, 1.5, 2.0, 2.0, 2.0, 3.0)
CODE_MINUTES = (5.0, 8.0, 10.0, 12.0, 15.0)
CODE_SHARE, CORE_SHARE, BEYOND_SHARE, SIBLING_SHARE = 0.07, 0.25, 0.12, 0.35
NEEDS_SHARE = 0.7
ASKED_SHARES: dict[Asked, float] = {"often": 0.33, "sometimes": 0.44, "rarely": 0.23}
MATTERS_SHARES = {0: 0.1, 1: 0.45, 2: 0.35, 3: 0.1}


def made_up_bank(seed: int, size: int) -> Bank:
    """A bank of so many items; the same seed, the same bank."""
    rng = Random(f"bank {seed}")
    items: dict[str, AnyItem] = {}
    concepts: dict[str, Concept] = {}
    problems: dict[str, Problem] = {}
    core = []
    of_section: dict[int, list[str]] = {section: [] for section in SECTIONS}
    for number in range(size):
        section = rng.choice(SECTIONS)
        own = of_section[section]
        if own and rng.random() < SIBLING_SHARE:
            concept = rng.choice(own)
        else:
            concept = f"s{section:02}-c{number}"
            own.append(concept)
            asked = _asked(Random(f"asked {seed} {number}"), own[:-1])
            concepts[concept] = _concept(concept, section, beyond=rng.random() < BEYOND_SHARE, **asked)
            core += [concept] if rng.random() < CORE_SHARE else []
        common: dict[str, Any] = {"concepts": (concept,), "level": rng.choice((1, 2, 2, 3))}
        if rng.random() < CODE_SHARE:
            name, minutes = f"p{number}", rng.choice(CODE_MINUTES)
            items[name] = Code(kind="code", id=name, prompt="Write it.", minutes=minutes, **common)
            level = common["level"]
            problems[name] = Problem(
                id=name, section=min(section, 22), level=level, minutes=minutes, entry="f(x)", spec="?"
            )
        else:
            name = f"q{section:02}-n{number}"
            point = KeyPoint(text="It.", essential=True)
            minutes = rng.choice(QUESTION_MINUTES)
            items[name] = Recall(
                kind="recall", id=name, prompt="What is it?", key_points=(point,), minutes=minutes, **common
            )
    entries = tuple(CoreEntry(id=f"c{n}", title=name, drill="Say it.", concepts=(name,)) for n, name in enumerate(core))
    return Bank(items=items, concepts=concepts, problems=problems, core=entries)


def minutes_of(bank: Bank, item: AnyItem) -> float:
    """The minutes that the bank gives an item."""
    return bank.problems[item.id].minutes if isinstance(item, Code) else item.minutes


def _concept(name: str, section: int, *, beyond: bool, **asked: Any) -> Concept:
    return Concept(id=name, section=section, title=name, beyond=beyond, points=3, machine=True, **asked)


def _asked(rng: Random, earlier: Sequence[str]) -> dict[str, Any]:
    """How often a concept is asked, what it needs, and what it matters to the roles."""
    needs = (rng.choice(earlier),) if earlier and rng.random() < NEEDS_SHARE else ()
    [often] = rng.choices(tuple(ASKED_SHARES), tuple(ASKED_SHARES.values()))
    matters = rng.choices(tuple(MATTERS_SHARES), tuple(MATTERS_SHARES.values()), k=2)
    return {"asked": often, "needs": needs, "roles": dict(zip(("generalist", "t2i"), matters, strict=True))}
