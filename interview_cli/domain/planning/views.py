"""Some views for a whole ensemble: those that a forecast plays the days by; standard library and the memory's rules only."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from interview_cli.domain.memory.counts import Odds
from interview_cli.domain.memory.ensemble import View

VIEWS = 4
"""So many views of the ensemble are played, spread over its weight."""


def spread(views: Sequence[View]) -> list[View]:
    """`VIEWS` equal parts of the ensemble's weight, each by the view in its middle."""
    ordered = sorted(views, key=lambda view: (view.parameters.weights[20], view.scale, view.index))
    chosen: list[View] = []
    for part in range(VIEWS):
        place = (part + 0.5) / VIEWS
        for view in ordered:
            place -= view.weight
            if place <= 0 or view is ordered[-1]:
                chosen.append(view)
                break
    weights = Counter(view.index for view in chosen)
    return [replace(view, weight=weights[view.index] / VIEWS) for view in ordered if view.index in weights]


SCALES = ((-(3**0.5), 1 / 6), (0.0, 2 / 3), (3**0.5, 1 / 6))
"""The nodes of a normal law, in standard deviations, and their weights."""


def scaled(views: Sequence[View], misfit: float, odds: Odds) -> list[View]:
    """Each view at three scales: the nodes of a normal law with its doubt and the misfit, weighing as these do.

    The counts are moved with it by as many standard deviations of their own.
    """
    open_odds = math.hypot(odds.doubt, odds.shift(misfit))
    return [
        replace(
            view,
            weight=view.weight * share,
            scale=view.scale * 2.0 ** (step * math.hypot(view.doubt, misfit)),
            shift=step * open_odds,
        )
        for view in views
        for step, share in SCALES
    ]
