"""Which table of a noise schedule an attribute is, by its name: `sqrt_alphas_cumprod`. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Collection

from interview_cli.grading.candidate.matching.kinds import other_bound
from interview_cli.grading.candidate.matching.likeness import is_usual, related, same

STEP = re.compile("(sqrt|one_minus|recipm1|recip)_")
LAST_STEP = re.compile("_(sqrt)$")
"""How tables are named that follow from another one."""
OF_BETAS = re.compile(
    "(?P<alphas>alphas?(_t)?)$|(alphas?_?(bars?|hats?|cumprod|cum|prod)|abar|a_bars?)(?P<prev>_prev)?$"
)
"""What is made of a schedule of betas, under whatever name that is given."""
SCHEDULES = ("betas", "alphas_bar")
"""What problems call a schedule of noise."""
LENGTH = re.compile(r"t|n|n_t|(\w+_)?(time)?steps?|(\w+_)?timesteps?", re.IGNORECASE)
"""Names of a constructor's parameters that say how long its schedule is."""


def makes_a_schedule(setting: str) -> bool:
    """Whether a class is made with it that makes a schedule of noise for itself: how long that is, and where it lies."""
    return setting == "device" or LENGTH.fullmatch(setting) is not None


def source_of(name: str, given: Collection[str]) -> tuple[str, list[str]] | None:
    """Of which given value an attribute is by its name, and the steps from it, the last one first: `sqrt_alphas_cumprod`."""
    rest, steps = name.strip("_"), list[str]()
    while found := STEP.match(rest) or LAST_STEP.search(rest):
        steps.append(found[1])
        rest = rest[: found.start()] + rest[found.end() :]
    values = [one for one in given if not other_bound(rest) or other_bound(one)]  # a `min_scale` is no `scale`
    fitting = [[one for one in given if fits(one, rest)] for fits in (same, is_usual)]
    fitting += [[one for one in values if fits(one, rest)] for fits in (ends_with, related)]
    source = next((one for ones in fitting for one in ones), None)
    of_betas = OF_BETAS.match(rest) if "betas" in given else None
    if of_betas is not None and source != rest:
        made = ["alphas"] if of_betas["alphas"] else [*(["prev"] if of_betas["prev"] else []), "alphas_bar"]
        return "betas", [*steps, *made]
    return None if source is None else (source, steps)


def ends_with(value: str, name: str) -> bool:
    """Whether its last word says what it is: a `growth_interval` is an `interval`, not a `growth`."""
    return name.lower().endswith(f"_{value.lower()}")
