"""Which table of a noise schedule an attribute is, by its name: `sqrt_alphas_cumprod`. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Collection

from interview_cli.grading.candidate.matching.names.kinds import is_bound_of, other_bound
from interview_cli.grading.candidate.matching.names.likeness import is_usual, related, same

STEP = re.compile("(sqrt|one_minus|recipm1|recip)_|1m_?")
LAST_STEP = re.compile("_(sqrt)$")
"""How tables are named that follow from another one."""
OF_BETAS = re.compile(
    "(?P<alphas>alphas?(_t)?)$|(alphas?_?(bars?|hats?|cumprod|cum|prod)|abar|a_bars?|acp?)(?P<prev>_prev)?$"
)
"""What is made of a schedule of betas, under whatever name that is given."""
SCHEDULES = ("betas", "alphas_bar")
"""What problems call a schedule of noise."""
SIDES = frozenset({"low", "high", "lower", "upper"})
"""Words in names that say to which side a distance goes."""
LENGTH = re.compile(r"t|n|n_t|(\w+_)?(time)?steps?|(\w+_)?timesteps?", re.IGNORECASE)
"""Names of a constructor's parameters that say how long its schedule is."""


def makes_a_schedule(setting: str) -> bool:
    """Whether a class is made with it that makes a schedule of noise for itself: how long that is, and where it lies."""
    return setting == "device" or LENGTH.fullmatch(setting) is not None


def source_of(name: str, given: Collection[str]) -> tuple[str, list[str]] | None:
    """Of which given value an attribute is by its name, and the steps from it, the last one first: `sqrt_alphas_cumprod`."""
    rest, steps = name.strip("_"), list[str]()
    while found := STEP.match(rest) or LAST_STEP.search(rest):
        steps.append(found[1] or "one_minus")  # `sqrt_1mab`
        rest = rest[: found.start()] + rest[found.end() :]
    values = [one for one in given if not other_bound(rest) or other_bound(one)]  # a `min_scale` is no `scale`
    fitting = [[one for one in given if fits(one, rest)] for fits in (same, is_usual)]
    fitting += [[one for one in values if fits(one, rest)] for fits in (ends_with, related)]
    source = next((one for ones in fitting for one in ones), None)
    source = source or next((one for one in given if is_side_of(rest, one)), None)
    of_betas = OF_BETAS.match(rest)
    if of_betas is not None and "betas" in given and source != rest:
        made = ["alphas"] if of_betas["alphas"] else [*(["prev"] if of_betas["prev"] else []), "alphas_bar"]
        return "betas", [*steps, *made]
    if source is None and "alphas_bar" in given and (same(rest, "betas") or (of_betas and of_betas["prev"])):
        return "alphas_bar", [*steps, "prev" if of_betas else "betas"]
    return None if source is None else (source, steps)


def tables_beside(names: Collection[str], schedule: str, given: Collection[str]) -> dict[str, list[str]]:
    """Which of these names are tables of the schedule that a problem gives, each with the steps from that, the last one first.

    None where all of them are the schedule as it is: that has a place, whatever its name. `alphas` are those of one step where
    there are cumulative products beside.
    """
    free = [name for name in names if name == schedule or name not in given]
    found = {name: steps for name in free if (steps := steps_to(name, schedule)) is not None}
    if schedule == "alphas_bar" and found.keys() - {"alphas", "betas"}:
        found |= {name: ["alphas", "betas"] for name in found if name == "alphas"}
    return found if any(found.values()) else {}


def steps_to(name: str, schedule: str) -> list[str] | None:
    """The steps from a schedule to the table of this name; None for another thing."""
    found = source_of(name, ("betas",))
    if found is None or schedule == "betas":
        found = found or source_of(name, (schedule,))
        return None if found is None else found[1]
    steps = found[1]
    return steps[:-1] if steps and steps[-1] in ("alphas_bar", "alphas") else [*steps, "betas"]


def is_side_of(name: str, value: str) -> bool:
    """Whether it is, by its name, the distance to one side that the problem gives for both: `epsilon_low` of `clip`."""
    return not SIDES.isdisjoint(name.split("_")) and is_bound_of((value, None), (name, None))


def ends_with(value: str, name: str) -> bool:
    """Whether its last word says what it is: a `growth_interval` is an `interval`, not a `growth`."""
    return name.lower().endswith(f"_{value.lower()}")
