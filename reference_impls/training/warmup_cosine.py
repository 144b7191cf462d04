"""Linear warm-up, then half a cosine (Loshchilov & Hutter 2016, SGDR, arXiv:1608.03983, eq. 5, without restarts; warm-up: Goyal
et al. 2017, arXiv:1706.02677, section 2.2).

    η(t) = peak · t / warmup                                             t < warmup
    η(t) = floor + (peak - floor) (1 + cos(π u)) / 2                     u = (t - warmup) / (total - warmup), at most 1

The cosine starts where the warm-up ends, at the peak and with slope 0, and reaches the floor at `total`, also with slope 0. After
that the rate stays there: the wave itself would climb again.

step: counts from 0, where the rate is 0; 1 <= warmup < total; floor <= peak. Returns: a float.
"""

import math
from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, Problem, Slip


def warmup_cosine(step: int, warmup: int, total: int, peak: float, floor: float = 0.0) -> float:
    """The learning rate at a step."""
    if step < warmup:
        return peak * step / warmup
    if step >= total:
        return floor
    progress = (step - warmup) / (total - warmup)
    return floor + (peak - floor) * (1 + math.cos(math.pi * progress)) / 2


# ----------------------------------------------------------------------------------------------------------------------


def cases(draw: Draw) -> Iterator[Case]:
    """Rates near one, so that no wrong one is within the tolerance; one schedule of the usual size at the end."""
    yield Case("step 0", (0, 4, 20, 0.8), {"floor": 0.1})
    yield Case("in the warm-up", (3, 8, 50, draw.real(0.5, 1.0)), {"floor": 0.1})
    yield Case("in the warm-up without a floor", (5, 6, 30, draw.real(0.5, 1.0)))
    yield Case("the step before the peak", (9, 10, 25, draw.real(0.5, 1.0), 0.2))
    yield Case("the end of the warm-up", (10, 10, 45, draw.real(0.5, 1.0), 0.2))
    yield Case("the step after the peak", (4, 3, 11, draw.real(0.5, 1.0), 0.2))
    yield Case("early in the cosine", (draw.integer(12, 20), 7, 60, draw.real(0.5, 1.0), 0.15))
    yield Case("early in the cosine without a floor", (draw.integer(12, 20), 8, 60, draw.real(0.5, 1.0)))
    yield Case("half of the cosine", (19, 8, 30, draw.real(0.5, 1.0), 0.3))
    yield Case("late in the cosine", (draw.integer(42, 48), 9, 60, draw.real(0.5, 1.0), 0.15))
    yield Case("late in the cosine without a floor", (draw.integer(42, 48), 6, 60, draw.real(0.5, 1.0)))
    yield Case("a step before the end", (12, 4, 13, draw.real(0.5, 1.0), 0.1))
    yield Case("the end", (40, 5, 40, draw.real(0.5, 1.0), 0.25))
    yield Case("the end without a floor", (33, 7, 33, draw.real(0.5, 1.0)))
    yield Case("a step after the end", (31, 6, 30, draw.real(0.5, 1.0), 0.2))
    yield Case("long after the end", (draw.integer(80, 100), 10, 40, draw.real(0.5, 1.0), 0.2))
    yield Case("long after the end without a floor", (draw.integer(80, 100), 10, 40, draw.real(0.5, 1.0)))
    yield Case("a warm-up of one step, step 0", (0, 1, 9, draw.real(0.5, 1.0), 0.1))
    yield Case("a warm-up of one step, its end", (1, 1, 9, draw.real(0.5, 1.0), 0.1))
    yield Case("a cosine of one step", (6, 5, 6, draw.real(0.5, 1.0), 0.1))
    yield Case("floor as high as the peak", (draw.integer(9, 17), 4, 20, 0.7, 0.7))
    yield Case("a peak above one", (draw.integer(20, 30), 9, 70, draw.real(4.0, 6.0)), {"floor": 2.0})
    yield Case("a hundred thousand steps", (60_000, 2_000, 100_000, 0.5, 0.05))


WARM = "return peak * step / warmup"
PROGRESS = "progress = (step - warmup) / (total - warmup)"
COSINE = "floor + (peak - floor) * (1 + math.cos(math.pi * progress)) / 2"
AFTER = "if step >= total:\n        return floor"
DECAY = f"{AFTER}\n    {PROGRESS}\n    return {COSINE}"


def decay(name: str, why: str, progress: str = PROGRESS, cosine: str = COSINE) -> tuple[Slip, Slip, Slip]:
    """A decay that ends in another rate: the floor comes from `total` on, after it, or never, where the progress is cut at 1."""
    later = AFTER.replace(">=", ">")
    cut = progress.replace("progress = ", "progress = min(1.0, ") + ")"
    return (
        Slip(name, DECAY, f"{AFTER}\n    {progress}\n    return {cosine}", why),
        Slip(f"{name}-up-to-the-end", DECAY, f"{later}\n    {progress}\n    return {cosine}", why),
        Slip(f"{name}-and-after-the-end", DECAY, f"{cut}\n    return {cosine}", f"{why} It does not end at the floor."),
    )


PROBLEM = Problem(
    id="warmup-cosine",
    entries=(warmup_cosine,),
    cases=cases,
    dtypes=(torch.float32,),
    grad=False,
    slips=(
        Slip(
            "cosine-from-step-0",
            PROGRESS,
            "progress = step / total",
            "The cosine is counted from step 0; it starts at the end of the warm-up: (step - warmup) / (total - warmup).",
        ),
        *decay(
            "cosine-as-long-as-the-run",
            "The cosine is as long as the whole run and does not reach the floor at total: divide by total - warmup.",
            progress="progress = (step - warmup) / total",
        ),
        *decay(
            "warm-up-not-taken-off-above",
            "The warm-up is taken off the length of the cosine but not off the step: (step - warmup) / (total - warmup).",
            progress="progress = step / (total - warmup)",
        ),
        Slip(
            "one-step-early",
            PROGRESS,
            "progress = (step - warmup) / (total - warmup - 1) if total > warmup + 1 else 1.0",
            "The floor is reached a step early, at total - 1: divide by total - warmup.",
        ),
        *decay(
            "one-step-late",
            "The floor is not reached at total: divide by total - warmup, without + 1.",
            progress="progress = (step - warmup) / (total - warmup + 1)",
        )[:2],
        Slip(
            "cosine-a-step-ahead",
            PROGRESS,
            "progress = min(1.0, (step + 1 - warmup) / (total - warmup))",
            "The cosine is a step ahead: at step `warmup` the rate is the peak itself.",
        ),
        *decay(
            "floor-left-out",
            "The cosine falls to 0 and not to the floor: floor + (peak - floor) (1 + cos) / 2.",
            cosine="peak * (1 + math.cos(math.pi * progress)) / 2",
        ),
        Slip(
            "floor-as-a-maximum",
            COSINE,
            "max(floor, peak * (1 + math.cos(math.pi * progress)) / 2)",
            "The cosine falls to 0 and is cut at the floor; it runs from peak to floor: floor + (peak - floor) (1 + cos) / 2.",
        ),
        Slip(
            "floor-added-on-top",
            COSINE,
            "floor + peak * (1 + math.cos(math.pi * progress)) / 2",
            "The floor is added to a cosine of full height, so that the rate exceeds the peak: scale it with peak - floor.",
        ),
        *decay(
            "floor-not-added",
            "The cosine has the height peak - floor, but the floor below it is missing: add it.",
            cosine="(peak - floor) * (1 + math.cos(math.pi * progress)) / 2",
        ),
        Slip(
            "floor-as-a-fraction",
            AFTER + "\n    " + PROGRESS + "\n    return " + COSINE,
            "floor = floor * peak\n    " + AFTER + "\n    " + PROGRESS + "\n    return " + COSINE,
            "The floor is taken as a fraction of the peak; it is a learning rate itself.",
        ),
        Slip(
            "half-missing",
            COSINE,
            "floor + (peak - floor) * (1 + math.cos(math.pi * progress))",
            "The cosine is not halved: 1 + cos runs from 2 to 0.",
        ),
        *decay(
            "one-missing",
            "The cosine itself runs from 1 to -1; shift and halve it: (1 + cos) / 2.",
            cosine="floor + (peak - floor) * math.cos(math.pi * progress)",
        ),
        *decay(
            "half-of-the-cosine-alone",
            "Only the cosine is halved; the half belongs to the sum (1 + cos) / 2.",
            cosine="floor + (peak - floor) * (1 + math.cos(math.pi * progress) / 2)",
        ),
        *decay(
            "upside-down",
            "The cosine rises from floor to peak; (1 + cos) / 2 falls.",
            cosine="floor + (peak - floor) * (1 - math.cos(math.pi * progress)) / 2",
        ),
        Slip(
            "quarter-of-a-wave",
            COSINE,
            "floor + (peak - floor) * math.cos(math.pi * progress / 2)",
            "A quarter of a wave, cos(pi u / 2), ends steeply; half a wave is asked for, (1 + cos(pi u)) / 2.",
        ),
        *decay(
            "half-the-angle",
            "The angle runs to pi / 2 and the rate to the middle only: it runs to pi.",
            cosine="floor + (peak - floor) * (1 + math.cos(math.pi * progress / 2)) / 2",
        ),
        *decay(
            "whole-wave",
            "A whole wave, cos(2 pi u) or cos^2(pi u), is back at the peak in the end: half a wave, "
            "(1 + cos(pi u)) / 2, is asked for.",
            cosine="floor + (peak - floor) * (1 + math.cos(2 * math.pi * progress)) / 2",
        ),
        *decay(
            "without-pi",
            "pi is missing: the angle runs from 0 to pi.",
            cosine="floor + (peak - floor) * (1 + math.cos(progress)) / 2",
        ),
        *decay(
            "in-degrees",
            "The angle is in degrees; math.cos takes radians, up to pi.",
            cosine="floor + (peak - floor) * (1 + math.cos(180 * progress)) / 2",
        ),
        *decay(
            "sine",
            "The sine stands where the cosine belongs: it is 0 at both ends.",
            cosine="floor + (peak - floor) * (1 + math.sin(math.pi * progress)) / 2",
        ),
        Slip(
            "linear-decay",
            COSINE,
            "floor + (peak - floor) * (1 - progress)",
            "The decay is linear; half a cosine is asked for.",
        ),
        Slip(
            "climbs-after-the-end",
            AFTER,
            "pass",
            "After total the wave goes on and the rate climbs again: it stays at the floor.",
        ),
        Slip(
            "nothing-after-the-end",
            AFTER,
            "if step > total:\n        return None  # type: ignore[return-value]",
            "After total nothing is returned (None): the rate stays at the floor.",
        ),
        Slip(
            "starts-again",
            WARM,
            WARM + "\n    step %= total\n    if step < warmup:\n        return peak * step / warmup",
            "At total the schedule starts again: the rate stays at the floor.",
        ),
        Slip(
            "floor-a-step-early",
            AFTER,
            "if step >= total - 1:\n        return floor",
            "The rate is the floor from total - 1 on; it comes to the floor at total.",
        ),
        Slip(
            "whole-schedule-a-step-ahead",
            "if step < warmup:",
            "step += 1\n    if step < warmup:",
            "The whole schedule is a step ahead, as where steps count from 1: the rate is 0 at step 0, the peak at `warmup`.",
        ),
        Slip(
            "warm-up-squared",
            WARM,
            "return peak * (step / warmup) ** 2",
            "The warm-up is quadratic; it is linear.",
        ),
        Slip(
            "floor-added-to-all",
            WARM + "\n    " + DECAY,
            "return floor + peak * step / warmup\n    "
            + AFTER
            + "\n    "
            + PROGRESS
            + "\n    return floor + peak * (1 + math.cos(math.pi * progress)) / 2",
            "The floor is added to warm-up and cosine alike: it is where the cosine ends, and the peak stays the peak.",
        ),
        Slip(
            "zero-after-the-end",
            AFTER,
            "if step > total:\n        return 0.0\n    if step == total:\n        return floor",
            "After total the rate is 0; it stays at the floor.",
        ),
        Slip(
            "zero-from-the-end",
            AFTER,
            "if step >= total:\n        return 0.0",
            "From total on the rate is 0; it is the floor.",
        ),
        Slip(
            "peak-after-the-end",
            AFTER,
            "if step > total:\n        return peak\n    if step == total:\n        return floor",
            "After total the rate is the peak; it stays at the floor.",
        ),
        Slip(
            "one-step-ahead-in-the-warm-up",
            WARM,
            "return peak * (step + 1) / warmup",
            "The warm-up is a step ahead: the rate is 0 at step 0 and the peak at step `warmup`.",
        ),
        Slip(
            "warm-up-of-one-step-more",
            WARM,
            "return peak * step / (warmup + 1)",
            "The warm-up is divided by warmup + 1: the peak is reached at step `warmup`.",
        ),
        Slip(
            "shifted-by-one-and-one-step-more",
            WARM,
            "return peak * (step + 1) / (warmup + 1)",
            "The warm-up runs from peak / (warmup + 1), as (step + 1) / (warmup + 1): the rate is 0 at step 0.",
        ),
        Slip(
            "warm-up-of-one-step-less",
            WARM,
            "return peak * step / max(1, warmup - 1)",
            "The peak is reached a step early, at warmup - 1: divide by warmup.",
        ),
        Slip(
            "warm-up-from-the-floor",
            WARM,
            "return floor + (peak - floor) * step / warmup",
            "The warm-up starts at the floor; it starts at 0.",
        ),
        Slip(
            "warm-up-not-below-the-floor",
            WARM,
            "return max(floor, peak * step / warmup)",
            "The warm-up is cut at the floor; it starts at 0, below it.",
        ),
        Slip(
            "warm-up-to-the-height",
            WARM,
            "return (peak - floor) * step / warmup",
            "The warm-up rises to peak - floor; it rises to the peak.",
        ),
        Slip(
            "warm-up-plus-floor",
            WARM,
            "return floor + peak * step / warmup",
            "The floor is added to the warm-up, which rises from 0 to the peak.",
        ),
        Slip("no-warm-up", WARM, "return peak", "The rate is the peak from the start; it rises from 0 to it first."),
        Slip(
            "share-of-the-warm-up",
            WARM,
            "return step / warmup",
            "The warm-up gives the share of the peak, step / warmup; multiply by the peak.",
        ),
        Slip(
            "share-of-the-whole",
            WARM,
            "return peak * step / total",
            "The warm-up is divided by the whole run: the peak is reached at step `warmup`.",
        ),
        Slip(
            "floor-division-in-the-warm-up",
            WARM,
            "return peak * (step // warmup)",
            "// makes the warm-up 0 throughout: divide with /.",
        ),
        Slip(
            "warm-up-by-a-cosine",
            WARM,
            "return peak * (1 - math.cos(math.pi * step / warmup)) / 2",
            "The warm-up is half a cosine, too; it is linear.",
        ),
        Slip(
            "warm-up-times-the-cosine",
            WARM,
            "return step / warmup * (floor + (peak - floor) * (1 + math.cos(math.pi * step / total)) / 2)",
            "The warm-up is multiplied into a cosine that runs from step 0: until `warmup` the rate is linear, with the cosine "
            "after it.",
        ),
        Slip(
            "floor-division-in-the-cosine",
            PROGRESS,
            "progress = (step - warmup) // (total - warmup)",
            "// keeps the rate at the peak until the end: divide with /.",
        ),
        Slip(
            "share-of-the-peak",
            WARM + "\n    " + AFTER + "\n    " + PROGRESS + "\n    return " + COSINE,
            "return step / warmup\n    if step > total:\n        return floor / peak\n    "
            + PROGRESS
            + "\n    return ("
            + COSINE
            + ") / peak",
            "You return the share of the peak, as a factor for a scheduler; the rate itself is asked for.",
        ),
    ),
)
