"""The slowest speed that eats all piles in time: binary search on the answer (LeetCode 875).

At speed v a pile of p takes ceil(p / v) hours, since what is left of an hour is not used for another pile. The hours needed
never rise as v grows, so 'in time' is False up to some speed and True from there on: keep low - 1 too slow and high fast enough
until they meet. high = max(piles) needs one hour a pile, in time because len(piles) <= h. O(n log max(piles)) time.

piles: a list of n >= 1 ints >= 1; h: an int, the hours, n <= h. Returns: an int >= 1.
"""

import math
from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Scenario, Slip, sweep


def min_eating_speed(piles: list[int], h: int) -> int:
    """The smallest integer v with sum(ceil(pile / v)) <= h."""
    low, high = 1, max(piles)
    while low < high:
        speed = (low + high) // 2
        hours = sum(-(-pile // speed) for pile in piles)  # -(-a // b) is ceil(a / b), exact for ints of any size
        if hours <= h:
            high = speed
        else:
            low = speed + 1
    return low


# ----------------------------------------------------------------------------------------------------------------------


def random_piles(draw: Draw, n: int, most: int) -> list[int]:
    """Piles of 1 to `most`."""
    return draw.integers(1, most + 1, n).tolist()


def few_bananas(draw: Draw) -> tuple[list[int], int]:
    piles = random_piles(draw, draw.integer(1, 5), 12)
    return piles, len(piles) + draw.integer(0, 12)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    """Small enough for a search from 1 upwards: the spec names no complexity."""
    a = draw.integer(5, 20)
    yield Case("one pile in one hour", ([a], 1))
    yield Case("one pile, divided evenly", ([6 * a], 6))
    yield Case("one pile, with a rest", ([4 * a + 1], 4))
    yield Case("one banana in many hours", ([1], a))
    yield Case("speed 1 in exactly the time", ([a, 3, a + 2], 2 * a + 5))
    yield Case("more time than bananas", ([a, a + 7, 4], 5 * a + 90))
    yield Case("one hour short of speed 1", ([a, 3, a + 2], 2 * a + 4))
    yield Case("as many hours as piles", ([3, a + 9, a, 11 * a, 2], 5))
    yield Case("one hour more than piles", ([3, a + 9, a, 11 * a, 2], 6))
    yield Case("equal piles", ([4 * a] * 3, 12))
    yield Case("one large pile among small ones", ([1, 2, 40 * a + 1, 1, 3], 9))
    fast = 200_000 + a
    yield Case("one banana too many for a speed of 200,000", ([7 * fast + 1], 7))
    yield Case("divided evenly by the answer", ([3 * a, 7 * a, 11 * a, a], 22))
    yield Case("an hour that the rests cost", ([2 * a + 1, 2 * a + 1, 2 * a + 1], 7))
    yield Case("just above 3 would do, 3 does not", ([37, 6], 14))
    yield sweep("min_eating_speed", few_bananas)
    piles = random_piles(draw, 30, 400)
    yield Case("thirty piles, little time", (piles, 30 + draw.integer(1, 8)))
    yield Case("thirty piles, much time", (piles, draw.integer(200, 900)))
    yield Case("hundreds of thousands", ([*random_piles(draw, 3, 100), 200_000 + draw.integer(1, 90_000)], 7))


def eaten_without_pause(piles: list[int], h: int) -> int:
    return math.ceil(sum(piles) / h)


def largest_pile(piles: list[int], h: int) -> int:
    return max(piles)


def hours_floored_plus_one(piles: list[int], h: int) -> int:
    low, high = 1, max(piles) + 1
    while low < high:
        speed = (low + high) // 2
        if sum(pile // speed + 1 for pile in piles) <= h:
            high = speed
        else:
            low = speed + 1
    return low


def hours_at_that_speed(piles: list[int], h: int) -> int:
    low, high = 1, max(piles)
    while low < high:
        speed = (low + high) // 2
        if sum(math.ceil(pile / speed) for pile in piles) <= h:
            high = speed
        else:
            low = speed + 1
    return sum(math.ceil(pile / low) for pile in piles)


def hours_floored_plus_one_up_to_the_largest(piles: list[int], h: int) -> int:
    low, high = 1, max(piles)
    while low < high:
        speed = (low + high) // 2
        if sum(pile // speed + 1 for pile in piles) <= h:
            high = speed
        else:
            low = speed + 1
    return low


def total_rounded_down(piles: list[int], h: int) -> int:
    return max(sum(piles) // h, 1)


def up_to_the_mean(piles: list[int], h: int) -> int:
    low, high = 1, math.ceil(sum(piles) / len(piles))
    while low < high:
        speed = (low + high) // 2
        if sum(math.ceil(pile / speed) for pile in piles) <= h:
            high = speed
        else:
            low = speed + 1
    return low


def largest_never_tried(piles: list[int], h: int) -> int | None:
    for speed in range(1, max(piles)):
        if sum(math.ceil(pile / speed) for pile in piles) <= h:
            return speed
    return None


def equal_piles_thrown_together(piles: list[int], h: int) -> int:
    bananas: dict[int, int] = {}
    for pile in piles:
        bananas[pile] = bananas.get(pile, 0) + pile
    low, high = 1, max(piles)
    while low < high:
        speed = (low + high) // 2
        if sum(-(-pile // speed) for pile in bananas.values()) <= h:
            high = speed
        else:
            low = speed + 1
    return low


def first_with_exactly_h(piles: list[int], h: int) -> int:
    low, high, answer = 1, max(piles), max(piles)
    while low <= high:
        speed = (low + high) // 2
        hours = sum(-(-pile // speed) for pile in piles)
        if hours == h:
            return speed
        if hours < h:
            answer, high = speed, speed - 1
        else:
            low = speed + 1
    return answer


def below_a_bound_rounded_down(piles: list[int], h: int) -> int:
    low = math.ceil(sum(piles) / h)
    high = max(low, min(max(piles), sum(piles) // (h - len(piles) + 1)))
    while low < high:
        speed = (low + high) // 2
        if sum(-(-pile // speed) for pile in piles) <= h:
            high = speed
        else:
            low = speed + 1
    return low


def speeds_of_the_largest_pile(piles: list[int], h: int) -> int:
    largest = max(piles)
    few, many = 1, h  # hours for the largest pile
    while few < many:
        hours = (few + many + 1) // 2
        speed = math.ceil(largest / hours)
        if sum(math.ceil(pile / speed) for pile in piles) <= h:
            few = hours
        else:
            many = hours - 1
    return math.ceil(largest / few)


def speeds_among_the_piles(piles: list[int], h: int) -> int:
    return min(speed for speed in piles if sum(math.ceil(pile / speed) for pile in piles) <= h)


PROBLEM = Problem(
    id="min-eating-speed",
    entries=(min_eating_speed,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        Slip(
            "hours-rounded-down",
            "sum(-(-pile // speed) for pile in piles)",
            "sum(pile // speed for pile in piles)",
            "The rest of a pile takes an hour, too: round the hours of each pile up, -(-pile // speed).",
        ),
        FunctionSlip(
            "eaten-without-pause",
            {"min_eating_speed": eaten_without_pause},
            "This speed eats without a pause between piles, as ceil(sum / h) or hours of pile / speed that are not rounded "
            "up do: what is left of an hour is lost, so each pile takes ceil(pile / speed).",
        ),
        Slip(
            "in-less-than-h",
            "if hours <= h:",
            "if hours < h:",
            "A speed that needs exactly h hours is in time: compare with <=.",
        ),
        Slip(
            "stops-at-exactly-h",
            "if hours <= h:",
            "if hours == h:\n            return speed\n        if hours < h:",
            "You return the first speed met that needs exactly h hours; a slower one may need as many: go on searching below.",
        ),
        FunctionSlip(
            "hours-floor-plus-one",
            {"min_eating_speed": hours_floored_plus_one},
            "pile // speed + 1 is an hour too many where the speed divides the pile: (pile + speed - 1) // speed is the "
            "rounding up.",
        ),
        Slip(
            "largest-pile-left-out",
            "low, high = 1, max(piles)",
            "low, high = 1, max(max(piles) - 1, 1)",
            "The speed max(piles), if above 1, is never your answer, yet it is the right one when h equals the number of "
            "piles: start with high = max(piles), or return low after a loop with low <= high.",
        ),
        Slip(
            "starts-at-the-smallest-pile",
            "low, high = 1, max(piles)",
            "low, high = min(piles), max(piles)",
            "The answer may lie below the smallest pile when there is much time: search from 1.",
        ),
        Slip(
            "too-slow-by-one",
            "return low\n",
            "return max(low - 1, 1)\n",
            "This speed is the last that is too slow (if speed 1 is): after the loop the next one, where low and high meet, is "
            "the answer.",
        ),
        FunctionSlip(
            "largest-pile",
            {"min_eating_speed": largest_pile},
            "max(piles) is in time, but need not be the smallest such speed when there are more hours than piles.",
        ),
        FunctionSlip(
            "hours-not-speed",
            {"min_eating_speed": hours_at_that_speed},
            "You return the hours that the right speed needs; the speed is asked for.",
        ),
        FunctionSlip(
            "hours-floor-plus-one-up-to-the-largest",
            {"min_eating_speed": hours_floored_plus_one_up_to_the_largest},
            "pile // speed + 1 is an hour too many where the speed divides the pile: (pile + speed - 1) // speed is the "
            "rounding up.",
        ),
        FunctionSlip(
            "total-rounded-down",
            {"min_eating_speed": total_rounded_down},
            "sum(piles) // h can be too slow: each pile takes ceil(pile / speed) hours of its own, and what is left of an "
            "hour is lost. Search for the smallest speed in time.",
        ),
        FunctionSlip(
            "up-to-the-mean",
            {"min_eating_speed": up_to_the_mean},
            "The answer may lie above the mean of the piles, as high as the largest one when there is one hour a pile: search "
            "up to max(piles).",
        ),
        Slip(
            "fast-enough-left-out",
            "high = speed\n",
            "high = speed - 1\n",
            "A speed that is in time may be the answer itself: with `while low < high`, keep it, high = speed.",
        ),
        Slip(
            "high-after-the-loop",
            "return low\n",
            "return low - 1\n",
            "This speed is the last that is too slow (0 where speed 1 is in time): after a loop with low <= high the answer is "
            "low, not high.",
        ),
        Slip(
            "starts-at-zero",
            "low, high = 1, max(piles)",
            "low, high = 0, max(piles)",
            "Your search can try speed 0, which divides by zero: the smallest speed is 1.",
        ),
        Slip(
            "longest-pile-alone",
            "sum(-(-pile // speed) for pile in piles)",
            "max(-(-pile // speed) for pile in piles)",
            "You take the hours of the slowest pile alone; one pile is eaten after another, so the hours add up.",
        ),
        Slip(
            "hours-rounded",
            "-(-pile // speed)",
            "round(pile / speed)",
            "The hours of a pile are rounded to the nearest; any rest takes an hour, so round up.",
        ),
        Slip(
            "halves-swapped",
            "if hours <= h:",
            "if hours > h:",
            "You go on in the wrong half: a speed in time means that the answer is not above it.",
        ),
        FunctionSlip(
            "largest-never-tried",
            {"min_eating_speed": largest_never_tried},
            "Your search ends before max(piles), as range(1, max(piles)) does, so that nothing is returned where that is the "
            "answer: go up to max(piles) itself.",
        ),
        FunctionSlip(
            "equal-piles-thrown-together",
            {"min_eating_speed": equal_piles_thrown_together},
            "Piles of one size are thrown together before the hours are rounded up; each pile takes hours of its "
            "own: round up one, then multiply by how many there are.",
        ),
        Slip(
            "equal-piles-counted-once",
            "for pile in piles)",
            "for pile in set(piles))",
            "Piles of one size count once, as in a set; each of them has to be eaten.",
        ),
        Slip(
            "0.9-added",
            "-(-pile // speed)",
            "int(pile / speed + 0.9)",
            "A number just below 1 (such as 0.9) is added before rounding down, which is no rounding up: a small "
            "rest of a large speed gets no hour. Take -(-pile // speed), or math.ceil.",
        ),
        Slip(
            "0.99-added",
            "-(-pile // speed)",
            "int(pile / speed + 0.99)",
            "A number just below 1 (such as 0.99) is added before rounding down, which is no rounding up: a small "
            "rest of a large speed gets no hour. Take -(-pile // speed), or math.ceil.",
        ),
        Slip(
            "0.999-added",
            "-(-pile // speed)",
            "int(pile / speed + 0.999)",
            "A number just below 1 (such as 0.999) is added before rounding down, which is no rounding up: a small "
            "rest of a large speed gets no hour. Take -(-pile // speed), or math.ceil.",
        ),
        Slip(
            "0.9999-added",
            "-(-pile // speed)",
            "int(pile / speed + 0.9999)",
            "A number just below 1 (such as 0.9999) is added before rounding down, which is no rounding up: a "
            "small rest of a large speed gets no hour. Take -(-pile // speed), or math.ceil.",
        ),
        FunctionSlip(
            "first-with-exactly-h",
            {"min_eating_speed": first_with_exactly_h},
            "You return the first speed met that needs exactly h hours; a slower one may need as many: go on searching below.",
        ),
        FunctionSlip(
            "below-a-bound-rounded-down",
            {"min_eating_speed": below_a_bound_rounded_down},
            "The search ends at sum(piles) // (h - n + 1), which is no bound when it is rounded down: round it up, or take "
            "max(piles).",
        ),
        FunctionSlip(
            "speeds-of-the-largest-pile",
            {"min_eating_speed": speeds_of_the_largest_pile},
            "You try only the speeds at which the largest pile just fits into a number of hours, ceil(max / k); another pile may "
            "decide: search all speeds from 1 to max(piles).",
        ),
        FunctionSlip(
            "speeds-among-the-piles",
            {"min_eating_speed": speeds_among_the_piles},
            "You try only speeds that are the size of a pile; the answer may lie between them, or below all: search all speeds "
            "from 1 to max(piles).",
        ),
    ),
)
