"""The interviews ahead of a day, and what their sections weigh; the domain only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from interview_cli.domain.interview import Interview

_SECTIONS = 24


@dataclass(frozen=True, slots=True)
class Agenda:
    """The days of the interviews from today on, the first first, each with the weights of its sections, of mean 1.

    Several interviews count the same, however far off: what is learned for the second helps at the first.
    """

    today: date
    ahead: tuple[tuple[date, Mapping[int, float]], ...]

    @classmethod
    def of(cls, interviews: Iterable[Interview], today: date) -> Agenda:
        """The agenda of a day; interviews that are over count no more."""
        coming = sorted((one for one in interviews if one.on >= today), key=lambda one: (one.on, one.name))
        return cls(today, tuple((one.on, _of_mean_one(one.weights)) for one in coming))

    @property
    def days_left(self) -> int | None:
        """Days to the next interview, 0 on its day; None if there is none."""
        return (self.ahead[0][0] - self.today).days if self.ahead else None

    def weight(self, section: int) -> float:
        """What an item of the section counts: the mean over the interviews, 1 without any."""
        if not self.ahead:
            return 1.0
        return sum(weights.get(section, 1.0) for _, weights in self.ahead) / len(self.ahead)

    def worth(self, section: int, gains: Sequence[float]) -> float:
        """The gains of recall on the interviews' days by what the section weighs there, as a mean over them."""
        pairs = zip(self.ahead, gains, strict=True)
        return sum(weights.get(section, 1.0) * gain for (_, weights), gain in pairs) / len(self.ahead)


def _of_mean_one(weights: Mapping[int, float]) -> dict[int, float]:
    """All sections' weights over their mean; all 1 where nothing weighs anything."""
    whole = {section: max(weights.get(section, 1.0), 0.0) for section in range(_SECTIONS)}
    mean = sum(whole.values()) / _SECTIONS
    return {section: weight / mean for section, weight in whole.items()} if mean > 0 else dict.fromkeys(whole, 1.0)
