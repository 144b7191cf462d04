"""The interviews ahead of a day, and what their sections weigh; the domain only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from interview_cli.domain.items.question import Asked, Concept, Role
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.roles import role_weights

_SECTIONS = 24
ASKED: Mapping[Asked, int] = {"often": 3, "sometimes": 2, "rarely": 1}
STANDARD = 2
"""How much a concept matters that says nothing of roles, in a section of the usual weight."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The days of the interviews from today on, the first first, each with the weights of its sections, of mean 1.

    Several interviews count the same, however far off: what is learned for the second helps at the first.
    """

    today: date
    ahead: tuple[tuple[date, Mapping[int, float]], ...]
    off: Collection[date] = frozenset()
    asks: tuple[tuple[Role, Mapping[int, float]], ...] = ()
    """For whom each of them is, and the sections that the user weighs anew for it."""

    @classmethod
    def of(cls, interviews: Iterable[Interview], today: date, off: Collection[date] = frozenset()) -> Agenda:
        """The agenda of a day; interviews that are over count no more. On days `off` there is no practice."""
        coming = sorted((one for one in interviews if one.on >= today), key=lambda one: (one.on, one.name))
        asks = tuple((_role(one.role), one.own if one.role else one.weights) for one in coming)
        return cls(today, tuple((one.on, _of_mean_one(one.weights)) for one in coming), off, asks)

    @property
    def days_left(self) -> int | None:
        """Days to the next interview, 0 on its day; None if there is none."""
        return (self.ahead[0][0] - self.today).days if self.ahead else None

    @property
    def days_of_practice(self) -> int:
        """Days before the next interview, this one included, that are not off."""
        if not self.ahead:
            return 0
        on = self.ahead[0][0]
        return (on - self.today).days - sum(self.today <= day < on for day in self.off)

    def weight(self, section: int) -> float:
        """What an item of the section counts: the mean over the interviews, 1 without any."""
        if not self.ahead:
            return 1.0
        return sum(weights[section] for _, weights in self.ahead) / len(self.ahead)

    def priority(self, concept: Concept) -> float:
        """How often a concept is asked (1 to 3) times how much it matters for the roles (0 to 3), 0 to 9.

        The mean over the interviews ahead, each with the user's own weight of the section; a generalist's without any.
        """
        asks = self.asks or ((_role(None), {}),)
        return ASKED[concept.asked] * sum(_matters(concept, role, own) for role, own in asks) / len(asks)

    def worth(self, section: int, gains: Sequence[float]) -> float:
        """The gains of recall on the interviews' days by what the section weighs there, as a mean over them."""
        worth = 0.0
        for (_, weights), gain in zip(self.ahead, gains, strict=True):
            worth += weights[section] * gain
        return worth / len(self.ahead)


def _matters(concept: Concept, role: Role, own: Mapping[int, float]) -> float:
    """What the concept says of the role, else what the role's sections say.

    In a section that the user weighs it is what the concept means to a generalist, so many times.
    """
    if concept.section in own:
        return concept.roles.get("generalist", STANDARD) * own[concept.section]
    said = concept.roles.get(role)
    return STANDARD * role_weights(role)[concept.section] if said is None else said


def _role(name: str | None) -> Role:
    return name if name in get_args(Role) else "generalist"  # type: ignore[return-value]


def _of_mean_one(weights: Mapping[int, float]) -> dict[int, float]:
    """The weights of all sections over their mean; all 1 where nothing weighs anything."""
    whole = {section: max(weights.get(section, 1.0), 0.0) for section in range(_SECTIONS)}
    mean = sum(whole.values()) / _SECTIONS
    return {section: weight / mean for section, weight in whole.items()} if mean > 0 else dict.fromkeys(whole, 1.0)
