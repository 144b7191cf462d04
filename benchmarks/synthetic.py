"""A bank of 2,000 items and logs of any length, made up from a seed, for the measurements."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import yaml

from interview_cli.bank.load import load, packaged_bank
from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.guide import SECTIONS
from interview_cli.domain.items.question import Bank

ZONE = ZoneInfo("Europe/Berlin")
START = datetime(2026, 1, 5, 9, 0, tzinfo=ZONE)
DAYS = 55


def overlay(folder: Path, items: int) -> None:
    """Write an overlay bank that brings the packaged one to that many items; an empty one if it has as many."""
    folder.mkdir(parents=True, exist_ok=True)
    packaged = load([packaged_bank()], None)
    concepts = {number: [c.id for c in packaged.concepts.values() if c.section == number] for number in range(1, 24)}
    missing = max(0, items - len(packaged.items))
    by_section: dict[int, list[dict[str, object]]] = {}
    for index in range(missing):
        number = 1 + index % 23
        by_section.setdefault(number, []).append(
            {
                "id": f"q{number:02}-synthetic-{index}",
                "kind": "choice",
                "concepts": [concepts[number][index % len(concepts[number])]],
                "prompt": f"Which of these is number {index}, of $x_{{{index}}}$?",
                "options": [{"text": f"this, {index}", "correct": True}, {"text": "that", "why": "It is not."}],
                "why": "It was made up.",
                "sources": ["made up for a measurement"],
            }
        )
    for section in SECTIONS:
        if section.number in by_section:
            target = folder / f"{section.number:02}-{section.slug}"
            target.mkdir(parents=True)
            held = {"section": section.number, "items": by_section[section.number]}
            (target / "synthetic.yaml").write_text(yaml.safe_dump(held), encoding="utf-8")


def events(bank: Bank, count: int, seed: int = 0) -> Iterator[Event]:
    """Attempts and their reviews, spread over eight weeks."""
    rng = Random(seed)
    ids = sorted(bank.items)
    for index in range(count // 2):
        at = START + timedelta(days=index * DAYS * 2 / count, seconds=rng.randrange(3600))
        item, right = rng.choice(ids), rng.random() < 0.8
        mark = Mark.RIGHT if right else Mark.WRONG
        common = {"device": "bench", "at": at, "item": item, "mark": mark, "score": float(right), "seconds": 40.0}
        yield Event(id=f"a{index}", kind=EventKind.ATTEMPT, **common)  # type: ignore[arg-type]
        yield Event(id=f"r{index}", kind=EventKind.REVIEW, rating=3 if right else 1, **common)  # type: ignore[arg-type]
