"""Which resources a report tells to read next, chosen from its own figures; the standard library and the domain only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from interview_cli.domain.planning.interview import next_interview
from interview_cli.domain.progress.figures import Progress, SectionProgress

MOST_SECTIONS = 3
MOST_RESOURCES = 2


class Resource(Protocol):
    """Something to read, watch or browse. `sections`: at least one, the first is what it is mostly about."""

    @property
    def title(self) -> str: ...
    @property
    def authors(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def url(self) -> str | None: ...
    @property
    def sections(self) -> tuple[int, ...]: ...
    @property
    def note(self) -> str | None: ...


AnyResource = TypeVar("AnyResource", bound=Resource)


@dataclass(frozen=True, slots=True)
class ReadNext:
    """What to read for one section, the best first."""

    section: int
    resources: tuple[Resource, ...]


def read_next(progress: Progress, resources: Sequence[Resource]) -> tuple[ReadNext, ...]:
    """At most three of the report's sections, the most to gain first, with at most two resources each.

    A section's gain is the share of it that would not be recalled now, an item never seen being not known, times the
    section's weight in the next interview; at equal gains the guide's order counts. Nothing is shown twice while the
    section has something else.
    """
    ahead = next_interview(progress.interviews, progress.today)
    weights = ahead.weights if ahead else {}
    gains = {row.section: weights.get(row.section, 1.0) * _not_recalled(row) for row in progress.sections}
    chosen: list[ReadNext] = []
    shown: list[Resource] = []
    for section in sorted(gains, key=lambda number: -gains[number]):
        own = _of_section(section, resources)
        if len(chosen) == MOST_SECTIONS or gains[section] <= 0:
            break
        if own:
            best = sorted(own, key=lambda resource: resource in shown)[:MOST_RESOURCES]
            chosen.append(ReadNext(section, tuple(best)))
            shown += best
    return tuple(chosen)


def origin(resource: Resource) -> str:
    """Whose a resource is and of which kind, to be read after its title."""
    return f"{resource.kind} by {resource.authors}"


def _not_recalled(row: SectionProgress) -> float:
    return 1 - (row.predicted or 0.0) * row.seen / row.items


def _of_section(section: int, resources: Iterable[AnyResource]) -> list[AnyResource]:
    """In the order of the list, those first that are mostly about the section."""
    own = [resource for resource in resources if section in resource.sections]
    return sorted(own, key=lambda resource: resource.sections[0] != section)
