"""Days until a warmer one, for each day: a monotonic stack (LeetCode 739, "next greater element").

The stack holds the days that still wait for a warmer one. Their temperatures never rise from bottom to top, because a day
takes off all colder ones before it is put on. Each day is put on once and taken off at most once: O(n) time and memory.

t: a list of n temperatures, of any sign. Returns: a list of n ints, 0 where no later day is strictly warmer.
"""

from collections import deque
from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Scenario, Slip, sweep


def daily_temperatures(t: list[int]) -> list[int]:
    """For each day, how many days later the next warmer one comes."""
    wait = [0] * len(t)
    waiting: list[int] = []  # days, not temperatures: the distance is asked for
    for day, temperature in enumerate(t):
        while waiting and t[waiting[-1]] < temperature:
            earlier = waiting.pop()
            wait[earlier] = day - earlier
        waiting.append(day)
    return wait


# ----------------------------------------------------------------------------------------------------------------------


MANY_DAYS = 50_000
"""The spec asks for O(N): looking ahead from each day takes a billion steps here, far beyond the time limit."""


def shuffled(draw: Draw, temperatures: list[int]) -> list[int]:
    """The same temperatures in a random order."""
    return [temperatures[i] for i in draw.permutation(len(temperatures))]


def cooling(days: int) -> list[int]:
    """From 90 down to 41 degrees, never warmer than the day before, and the hottest of all on the last day."""
    return [90 - 50 * day // days for day in range(days - 1)] + [95]


def few_days(draw: Draw) -> tuple[list[int]]:
    lowest = (-3, 28, 97)[draw.integer(0, 2)]
    return (draw.integers(lowest, lowest + 7, draw.integer(1, 10)).tolist(),)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    a = draw.integer(40, 60)
    yield Case("no days", ([],))
    yield Case("one day", ([a],))
    yield Case("warmer tomorrow", ([a, a + 7],))
    yield Case("ever warmer", ([a, a + 2, a + 3, a + 9],))
    yield Case("ever colder", ([a, a - 1, a - 5, a - 7, a - 20],))
    yield Case("equal is not warmer", ([a, a, a, a + 1, a + 1],))
    yield Case("all equal", ([a] * 6,))
    yield Case("a long wait", ([a + 8, a + 2, a + 5, a + 1, a + 3, a + 9],))
    yield Case("the first warmer day, not the warmest", ([a, a - 4, a + 1, a + 30, a + 5, a + 31],))
    yield Case("peaks and valleys", ([a + 3, a + 4, a + 5, a + 1, a - 1, a + 2, a + 6, a + 3],))
    yield Case("below zero", (shuffled(draw, [-30, -12, -11, -5, -1, 0, 3, 4, -5, -30]),))
    yield Case("above 100", (shuffled(draw, [96, 99, 100, 101, 104, 104, 118, 250]),))
    yield Case("quarters of a degree", ([a + 0.5, a + 0.25, a + 0.25, a + 0.75, a + 0.5, a + 1.0],))
    yield sweep("daily_temperatures", few_days)
    yield Case("60 days, few temperatures", (draw.integers(a, a + 5, 60).tolist(),))
    yield Case("300 days", (draw.integers(30, 101, 300).tolist(),))
    yield Case("50,000 days", (cooling(MANY_DAYS),))
    yield Case("50,000 days, never warmer", (cooling(MANY_DAYS)[:-1],))


def hottest_to_come(t: list[int]) -> list[int]:
    days = range(len(t))
    hottest = len(t) - 1
    wait = [0] * len(t)
    for day in reversed(days):
        if t[day] >= t[hottest]:
            hottest = day
        wait[day] = hottest - day
    return wait


def days_behind(t: list[int]) -> list[int]:
    since = [0] * len(t)
    stack: list[int] = []
    for day, temperature in enumerate(t):
        while stack and t[stack[-1]] <= temperature:
            stack.pop()
        since[day] = day - stack[-1] if stack else 0
        stack.append(day)
    return since


def without_a_warmer_day_left_out(t: list[int]) -> list[int]:
    wait: dict[int, int] = {}
    waiting: list[int] = []
    for day, temperature in enumerate(t):
        while waiting and t[waiting[-1]] < temperature:
            earlier = waiting.pop()
            wait[earlier] = day - earlier
        waiting.append(day)
    return [wait[day] for day in sorted(wait)]


def goes_round(t: list[int]) -> list[int]:
    wait = [0] * len(t)
    waiting: list[int] = []
    for day, temperature in enumerate(t + t):
        while waiting and t[waiting[-1]] < temperature:
            earlier = waiting.pop()
            wait[earlier] = day - earlier
        if day < len(t):
            waiting.append(day)
    return wait


def day_of_a_temperature(t: list[int]) -> list[int]:
    wait = [0] * len(t)
    day_of: dict[int, int] = {}
    waiting: list[int] = []
    for day, temperature in enumerate(t):
        while waiting and waiting[-1] < temperature:
            earlier = day_of[waiting.pop()]
            wait[earlier] = day - earlier
        waiting.append(temperature)
        day_of[temperature] = day
    return wait


def from_the_front(t: list[int]) -> list[int]:
    wait = [0] * len(t)
    waiting: deque[int] = deque()
    for day, temperature in enumerate(t):
        while waiting and t[waiting[0]] < temperature:
            earlier = waiting.popleft()
            wait[earlier] = day - earlier
        waiting.append(day)
    return wait


def table_of_101(t: list[int]) -> list[int]:
    wait, next_day = [0] * len(t), [0] * 101  # no day waits for day 0
    for day in reversed(range(len(t))):
        warmer = [next_day[degrees] for degrees in range(t[day] + 1, 101) if next_day[degrees]]
        wait[day] = min(warmer) - day if warmer else 0
        next_day[t[day]] = day
    return wait


def one_more_than_an_equal_day(t: list[int]) -> list[int]:
    wait = [0] * len(t)
    waiting: list[int] = []
    for day, temperature in enumerate(t):
        while waiting and t[waiting[-1]] < temperature:
            earlier = waiting.pop()
            wait[earlier] = day - earlier
        waiting.append(day)
    for day in reversed(range(len(t) - 1)):
        if t[day] == t[day + 1]:
            wait[day] = wait[day + 1] + 1
    return wait


def slice_of_a_table_of_101(t: list[int]) -> list[int]:
    never = len(t)
    wait, next_day = [0] * len(t), [never] * 101
    for day in reversed(range(len(t))):
        warmer = min(next_day[t[day] + 1 :], default=never)
        wait[day] = warmer - day if warmer < never else 0
        next_day[t[day]] = day
    return wait


def looks_up_to_100(t: list[int]) -> list[int]:
    wait = [0] * len(t)
    later: list[int] = []
    for day in reversed(range(len(t))):
        degrees = int(t[day]) + 1  # only whole degrees are looked up
        warmer = next((found for found in reversed(later) if t[found] >= degrees), day)
        wait[day] = warmer - day
        if t[day] == int(t[day]) and t[day] <= 100:
            while later and t[later[-1]] <= t[day]:
                later.pop()
            later.append(day)
    return wait


def range_up_to_100(t: list[int]) -> list[int]:
    wait = [0] * len(t)
    later: list[int] = []
    for day in reversed(range(len(t))):
        range(t[day], 101)  # TypeError for fractions
        warmer = next((found for found in reversed(later) if t[found] > t[day]), day)
        wait[day] = warmer - day
        if t[day] <= 100:
            while later and t[later[-1]] <= t[day]:
                later.pop()
            later.append(day)
    return wait


def one_jump_alone(t: list[int]) -> list[int]:
    wait = [0] * len(t)
    for day in reversed(range(len(t) - 1)):
        warmer = day + 1
        if t[warmer] <= t[day] and wait[warmer]:
            warmer += wait[warmer]
        if t[warmer] > t[day]:
            wait[day] = warmer - day
    return wait


def tomorrows_wait_and_one(t: list[int]) -> list[int]:
    wait = [0] * len(t)
    for day in reversed(range(len(t) - 1)):
        if t[day] < t[day + 1]:
            wait[day] = 1
        elif wait[day + 1]:
            wait[day] = wait[day + 1] + 1
    return wait


def tomorrows_wait_and_one_always(t: list[int]) -> list[int]:
    wait = [0] * len(t)
    for day in reversed(range(len(t) - 1)):
        wait[day] = 1 if t[day] < t[day + 1] else wait[day + 1] + 1
    return wait


def jumps_stop_at_an_equal_day(t: list[int]) -> list[int]:
    wait = [0] * len(t)
    for day in reversed(range(len(t) - 1)):
        warmer = day + 1
        while t[warmer] < t[day] and wait[warmer]:
            warmer += wait[warmer]
        if t[warmer] > t[day]:
            wait[day] = warmer - day
    return wait


def pushed_only_if_colder(t: list[int]) -> list[int]:
    wait = [0] * len(t)
    waiting: list[int] = []
    for day, temperature in enumerate(t):
        if waiting and t[waiting[-1]] < temperature:
            while waiting and t[waiting[-1]] < temperature:
                earlier = waiting.pop()
                wait[earlier] = day - earlier
        else:
            waiting.append(day)
    return wait


def first_of_equal_days(t: list[int]) -> list[int]:
    wait = [0] * len(t)
    first_day: dict[int, int] = {}
    waiting: list[int] = []
    for day, temperature in enumerate(t):
        while waiting and waiting[-1] < temperature:
            earlier = first_day[waiting.pop()]
            wait[earlier] = day - earlier
        waiting.append(temperature)
        first_day.setdefault(temperature, day)
    return wait


PROBLEM = Problem(
    id="daily-temperatures",
    entries=(daily_temperatures,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        Slip(
            "equal-is-warmer",
            "t[waiting[-1]] < temperature",
            "t[waiting[-1]] <= temperature",
            "An equally warm day ends the wait; it has to be strictly warmer: compare with <.",
        ),
        Slip(
            "colder",
            "t[waiting[-1]] < temperature",
            "t[waiting[-1]] > temperature",
            "This is the wait for a colder day: the comparison is the wrong way round.",
        ),
        Slip(
            "day-not-wait",
            "wait[earlier] = day - earlier",
            "wait[earlier] = day",
            "You give the number of the warmer day; the distance to it is asked for, day - earlier.",
        ),
        Slip(
            "degrees",
            "wait[earlier] = day - earlier",
            "wait[earlier] = temperature - t[earlier]",
            "You give by how many degrees it gets warmer; how many days later is asked for. Keep days on the stack, not "
            "temperatures.",
        ),
        Slip(
            "temperature-itself",
            "wait[earlier] = day - earlier",
            "wait[earlier] = temperature",
            "You give the temperature of the warmer day, as for 'next greater element'; how many days later is asked for.",
        ),
        Slip(
            "days-between",
            "wait[earlier] = day - earlier",
            "wait[earlier] = day - earlier - 1",
            "You count the days in between: tomorrow is one day away, so the wait is day - earlier.",
        ),
        Slip(
            "minus-one",
            "wait = [0] * len(t)",
            "wait = [-1] * len(t)",
            "Days without a warmer one to come have -1; the spec wants 0.",
        ),
        Slip(
            "one-off-the-stack",
            "while waiting",
            "if waiting",
            "A warm day ends the wait of the day before alone; all colder days that still wait end theirs, too: with a stack, "
            "take them off with `while`, not `if`.",
        ),
        FunctionSlip(
            "hottest-to-come",
            {"daily_temperatures": hottest_to_come},
            "You wait for the hottest day to come; the first that is warmer ends the wait.",
        ),
        FunctionSlip(
            "days-behind",
            {"daily_temperatures": days_behind},
            "You look back, to the last warmer day before; the next one after it is asked for.",
        ),
        FunctionSlip(
            "left-out",
            {"daily_temperatures": without_a_warmer_day_left_out},
            "Days without a warmer one to come are missing from the answer: every day has an entry, 0 for these.",
        ),
        Slip(
            "negative-wait",
            "wait[earlier] = day - earlier",
            "wait[earlier] = earlier - day",
            "The waits are negative: the warmer day comes later, so it is day - earlier.",
        ),
        Slip(
            "last-day-left-out",
            "in enumerate(t):",
            "in enumerate(t[:-1]):",
            "The last day ends no wait: it can be the warmer one that others wait for.",
        ),
        Slip(
            "waits-to-the-end",
            "wait = [0] * len(t)",
            "wait = list(range(len(t)))[::-1]",
            "Days without a warmer one to come have the number of days that are left; the spec wants 0.",
        ),
        FunctionSlip(
            "goes-round",
            {"daily_temperatures": goes_round},
            "After the last day you go on with the first, as if the days were a circle; they end.",
        ),
        FunctionSlip(
            "day-of-a-temperature",
            {"daily_temperatures": day_of_a_temperature},
            "Of equally warm days that wait for the same one the last alone gets its wait, as where a dict gives the day of a "
            "temperature on the stack (put days on it), or where a walk from the end leaves equally warm days on the stack "
            "(take off all that are not warmer).",
        ),
        FunctionSlip(
            "from-the-front",
            {"daily_temperatures": from_the_front},
            "The day that has waited longest is taken off first, and it may be the warmest of all that wait: take days off the "
            "end where they are put on.",
        ),
        FunctionSlip(
            "table-of-101",
            {"daily_temperatures": table_of_101},
            "Your table has places for 0 to 100 degrees; temperatures are not bounded here, so compare them on a stack.",
        ),
        FunctionSlip(
            "one-more-than-an-equal-day",
            {"daily_temperatures": one_more_than_an_equal_day},
            "A day gets one more than an equally warm tomorrow, also where tomorrow never gets warmer: then both have 0.",
        ),
        Slip(
            "cut-to-whole-degrees",
            "wait = [0] * len(t)",
            "t = [int(degrees) for degrees in t]\n    wait = [0] * len(t)",
            "Fractions of a degree get lost, as in an array of integers, or where whole degrees alone are looked up: a fraction "
            "warmer is warmer, too.",
        ),
        FunctionSlip(
            "slice-of-a-table-of-101",
            {"daily_temperatures": slice_of_a_table_of_101},
            "Your table has places for 0 to 100 degrees, and below 0 an index counts from its end: temperatures are not bounded "
            "here, so compare them on a stack.",
        ),
        FunctionSlip(
            "looks-up-to-100",
            {"daily_temperatures": looks_up_to_100},
            "You look up the next day of each whole degree up to 100; temperatures are not bounded here, and may be fractions: "
            "compare them on a stack.",
        ),
        FunctionSlip(
            "range-up-to-100",
            {"daily_temperatures": range_up_to_100},
            "Your range of warmer degrees ends at 100, and takes no fractions; temperatures are any numbers here: compare them "
            "on a stack.",
        ),
        Slip(
            "whole-degrees-needed",
            "wait = [0] * len(t)",
            "wait = [0 * bool(range(degrees)) for degrees in t]",
            "A fraction of a degree raises TypeError, as where range counts through the degrees or a list is indexed by them: "
            "compare temperatures on a stack, whatever numbers they are.",
        ),
        FunctionSlip(
            "one-jump-alone",
            {"daily_temperatures": one_jump_alone},
            "From a tomorrow that is not warmer you jump once, to the day that ends its wait; that one may be no warmer, either: "
            "jump on with `while` until a day is warmer or waits in vain.",
        ),
        FunctionSlip(
            "tomorrows-wait-and-one",
            {"daily_temperatures": tomorrows_wait_and_one},
            "Where tomorrow is not warmer you take its wait and one; the day that ends its wait may be no warmer than today: "
            "compare, and jump on.",
        ),
        FunctionSlip(
            "tomorrows-wait-and-one-always",
            {"daily_temperatures": tomorrows_wait_and_one_always},
            "Where tomorrow is not warmer you take its wait and one, even where it waits in vain; and the day that ends its wait "
            "may be no warmer than today: compare, and jump on.",
        ),
        FunctionSlip(
            "jumps-stop-at-an-equal-day",
            {"daily_temperatures": jumps_stop_at_an_equal_day},
            "Your jumps along later days' waits stop at an equally warm day, which leaves 0: go on while t[j] <= t[day].",
        ),
        FunctionSlip(
            "pushed-only-if-colder",
            {"daily_temperatures": pushed_only_if_colder},
            "A day that ends the wait of others is not put on the stack, so that its own never ends: put on every day.",
        ),
        FunctionSlip(
            "first-of-equal-days",
            {"daily_temperatures": first_of_equal_days},
            "Temperatures wait on your stack, and their day is looked up, as by t.index: of equally warm days it gives the first "
            "alone. Put days on the stack.",
        ),
        Slip(
            "last-day-first",
            "    return wait\n",
            "    return wait[::-1]\n",
            "Your list begins with the last day, as where a walk from the end appends: turn it round, or write to wait[day].",
        ),
    ),
)
