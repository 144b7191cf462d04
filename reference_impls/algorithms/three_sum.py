"""All unique triplets that sum to zero: sort, fix the smallest number, close in on the other two from both ends (LeetCode 15).

In sorted order, a sum below zero rules out the lower of the two ends with every partner left, a sum above zero the upper one,
so that each step drops one number. Equal numbers stand side by side: a triplet comes twice only from an equal `a`, or from
an equal lower end, and both are skipped. O(n^2) time.

nums: a list of ints, left as it is. Returns: a list of triplets in any order, each from three different places of nums; two
triplets of the same numbers are the same.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import torch

from reference_impls.problem import Draw, FunctionSlip, Observation, Problem, Scenario, Slip, World, expect


def three_sum(nums: list[int]) -> list[tuple[int, int, int]]:
    """Triplets a <= b <= c of numbers with a + b + c = 0, each once."""
    ordered = sorted(nums)
    triplets: list[tuple[int, int, int]] = []
    for first, a in enumerate(ordered):
        if first > 0 and a == ordered[first - 1]:
            continue
        low, high = first + 1, len(ordered) - 1
        while low < high:
            b, c = ordered[low], ordered[high]
            if a + b + c > 0:
                high -= 1
                continue
            if a + b + c == 0:
                triplets.append((a, b, c))
            while low < high and ordered[low] == b:
                low += 1
    return triplets


# ----------------------------------------------------------------------------------------------------------------------


SHOWN_NUMBERS = 16
"""Longer lists are not written into what a failure says."""
HUGE = 2**60


def triplet_of(part: Any) -> tuple[Any, ...]:
    """One triplet in rising order. Raises: Broken if it is no tuple, list or array."""
    part = part.tolist() if isinstance(part, torch.Tensor) else part
    expect(isinstance(part, list | tuple), f"the answer holds {part!r:.40}, not tuples or lists of three numbers")
    return tuple(sorted(n.item() if isinstance(n, torch.Tensor) else n for n in part))


def triplets_of(answer: Any) -> list[tuple[Any, ...]]:
    """The triplets of an answer, each in rising order. Raises: Broken if it has another form than asked for."""
    answer = answer.tolist() if isinstance(answer, torch.Tensor) else answer
    expect(
        isinstance(answer, list | tuple | set),
        f"the answer is of type {type(answer).__name__}, not a list or set of triplets",
    )
    return [triplet_of(part) for part in answer]


def in_any_order(name: str, nums: list[int]) -> Scenario:
    """A call of which the triplets count, not their order, and whether one is repeated, not how often.

    So a slip is recognised in whatever order it answers, from a search by pointers as from one by three loops.
    """
    listed = f"{nums}" if len(nums) <= SHOWN_NUMBERS else f"[{len(nums)} numbers]"

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        triplets = triplets_of(world.call("three_sum", nums))
        yield f"three_sum({listed})", set(triplets)
        yield f"whether three_sum({listed}) repeats a triplet", len(triplets) > len(set(triplets))

    return Scenario(name, steps)


def shuffled(draw: Draw, nums: list[int]) -> list[int]:
    """The same numbers in a random order."""
    return [nums[i] for i in draw.permutation(len(nums))]


def cases(draw: Draw) -> Iterator[Scenario]:
    """Few numbers each: the spec names no complexity, and three loops are a right answer."""
    a = draw.integer(3, 9)
    yield in_any_order("no numbers", [])
    yield in_any_order("two numbers", [a, -a])
    yield in_any_order("one triplet", [a + 2, -a, -2])
    yield in_any_order("none", [a, -1, a + 2, -a])
    yield in_any_order("all positive", [a, 1, a + 4, 2])
    yield in_any_order("three zeros", [0, 0, 0])
    yield in_any_order("five zeros", [0] * 5)
    yield in_any_order("two zeros", [0, a, 0])
    yield in_any_order("three zeros among others", [2, 0, a, 0, -1, 0])
    yield in_any_order("a number is there once, twice is needed", [a, -2 * a, 2 * a + 1])
    yield in_any_order("the smallest number is needed twice", [2 * a, 1, -a, 5 * a, -a])
    yield in_any_order("the smallest number is there twice, needed once", [1, -a, a - 1, 3 * a + 1, -a])
    yield in_any_order("the largest number is needed twice", [a, -2 * a, a, -7 * a])
    yield in_any_order("several for one smallest number", shuffled(draw, [-10, 1, 2, 3, 7, 8, 9]))
    yield in_any_order("the middle numbers are there twice", shuffled(draw, [-2 * a, a - 1, a - 1, a + 1, a + 1]))
    yield in_any_order("all of it", shuffled(draw, [-4, -2, -2, -2, 0, 1, 1, 2, 2, 2, 3, 3, 4]))
    yield in_any_order("numbers that no float holds", shuffled(draw, [HUGE + 1, -HUGE, -1, 1, 3, -HUGE - 2, 0]))
    yield in_any_order("30 numbers, all different", [i - 40 for i in draw.permutation(80)[:30]])
    yield in_any_order("36 numbers, many equal", draw.integers(-5, 6, 36).tolist())


def every_choice(nums: list[int]) -> list[tuple[int, int, int]]:
    return [(a, b, c) for a, b, c in combinations(nums, 3) if a + b + c == 0]


def different_order_kept(nums: list[int]) -> list[tuple[int, int, int]]:
    return list({(a, b, c) for a, b, c in combinations(nums, 3) if a + b + c == 0})


def different_numbers(nums: list[int]) -> list[tuple[int, int, int]]:
    return [(a, b, c) for a, b, c in combinations(sorted(set(nums)), 3) if a + b + c == 0]


def third_from_a_set(nums: list[int]) -> list[tuple[int, ...]]:
    return list({tuple(sorted((a, b, -a - b))) for a, b in combinations(nums, 2) if -a - b in nums})


def one_for_each_smallest(nums: list[int]) -> list[tuple[int, int, int]]:
    found = {a: (a, b, c) for a, b, c in reversed(list(combinations(sorted(nums), 3))) if a + b + c == 0}
    return list(found.values())


def places(nums: list[int]) -> list[tuple[int, ...]]:
    return [tuple(i) for i in combinations(range(len(nums)), 3) if sum(nums[j] for j in i) == 0]


def places_of_the_first(nums: list[int]) -> list[tuple[int, ...]]:
    first: dict[tuple[int, ...], tuple[int, ...]] = {}
    for i in combinations(range(len(nums)), 3):
        if sum(nums[j] for j in i) == 0:
            first.setdefault(tuple(sorted(nums[j] for j in i)), tuple(i))
    return list(first.values())


def repeated_number_lost(nums: list[int]) -> list[tuple[int, ...]]:
    return [tuple(numbers) for numbers in {frozenset(c) for c in combinations(nums, 3) if sum(c) == 0}]


def neighbours_in_order(nums: list[int]) -> list[tuple[int, ...]]:
    ordered = sorted(nums)
    return list({c for c in zip(ordered, ordered[1:], ordered[2:], strict=False) if sum(c) == 0})


def one_place_twice(nums: list[int]) -> list[tuple[int, ...]]:
    ordered, found = sorted(nums), set()
    for place, number in enumerate(ordered):
        low, high = place + 1, len(ordered) - 1
        while low <= high:
            total = number + ordered[low] + ordered[high]
            if total == 0:
                found.add((number, ordered[low], ordered[high]))
            if total <= 0:
                low += 1
            else:
                high -= 1
    return list(found)


def closing_in_unsorted(nums: list[int]) -> list[tuple[int, ...]]:
    found = set()
    for place, number in enumerate(nums):
        low, high = place + 1, len(nums) - 1
        while low < high:
            total = number + nums[low] + nums[high]
            if total == 0:
                found.add(tuple(sorted((number, nums[low], nums[high]))))
                low, high = low + 1, high - 1
            elif total < 0:
                low += 1
            else:
                high -= 1
    return list(found)


def no_list(nums: list[int]) -> int:
    return len(nums)


def first_hit_alone(nums: list[int]) -> set[tuple[int, int, int]]:
    ordered = sorted(nums)
    triplets = set()
    for first, a in enumerate(ordered):
        low, high = first + 1, len(ordered) - 1
        while low < high and (total := a + ordered[low] + ordered[high]) != 0:
            low, high = (low + 1, high) if total < 0 else (low, high - 1)
        if low < high:
            triplets.add((a, ordered[low], ordered[high]))
    return triplets


def two_zeros_are_enough(nums: list[int]) -> list[tuple[int, int, int]]:
    enough = [*nums, 0] if nums.count(0) == 2 else nums
    return list({(a, b, c) for a, b, c in combinations(sorted(enough), 3) if a + b + c == 0})


PROBLEM = Problem(
    id="three-sum",
    entries=(three_sum,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        FunctionSlip(
            "repeated",
            {"three_sum": every_choice},
            "Triplets of the same numbers are listed for each choice of places: skip equal numbers in the sorted list, or "
            "collect sorted tuples in a set.",
        ),
        Slip(
            "first-not-skipped",
            "if first > 0 and a == ordered[first - 1]:",
            "if first > len(ordered):",
            "A smallest number that is there twice gives its triplets twice: skip it when it equals the one before.",
        ),
        Slip(
            "pointers-not-skipped",
            "while low < high and ordered[low] == b:\n                low += 1",
            "low += 1",
            "After a hit the next pair may hold the same numbers: move the pointer past all that equal the one just used.",
        ),
        Slip(
            "skips-from-the-end",
            "if first > 0 and a == ordered[first - 1]:",
            "if a == ordered[first - 1]:",
            "At the first place ordered[-1] is the last number, so that a list of equal zeros is skipped: compare only for "
            "first > 0.",
        ),
        Slip(
            "looks-ahead",
            "if first > 0 and a == ordered[first - 1]:",
            "if first + 1 < len(ordered) and a == ordered[first + 1]:",
            "You skip a number that equals the *next*, and with it triplets that need it twice, such as (-1, -1, 2): "
            "compare with the one before.",
        ),
        Slip(
            "zeros-lost",
            "if first > 0 and a == ordered[first - 1]:",
            "if a >= 0 or (first > 0 and a == ordered[first - 1]):",
            "You stop at a smallest number of 0, which loses (0, 0, 0): stop only when it is above zero.",
        ),
        Slip(
            "starts-at-itself",
            "low, high = first + 1,",
            "low, high = first,",
            "The smallest number is used twice though it may be there once: the lower pointer starts one place after it.",
        ),
        FunctionSlip(
            "third-from-a-set",
            {"three_sum": third_from_a_set},
            "The third number is looked up among all, the two in use included, so that one place is used twice: look only "
            "among those that came before, or count.",
        ),
        FunctionSlip(
            "one-for-each-smallest",
            {"three_sum": one_for_each_smallest},
            "You stop at the first triplet for each smallest number; there may be more: move on and search further.",
        ),
        FunctionSlip(
            "different-numbers",
            {"three_sum": different_numbers},
            "A triplet may hold a number twice if it is there twice, as (-1, -1, 2): a set of the numbers forgets that. Drop "
            "repeated triplets, not repeated numbers.",
        ),
        FunctionSlip(
            "order-tells-apart",
            {"three_sum": different_order_kept},
            "The same numbers in another order count as another triplet in your set: sort each before it goes in.",
        ),
        Slip(
            "not-sorted",
            "ordered = sorted(nums)",
            "ordered = list(nums)",
            "Two pointers that close in need a sorted list; on this one they pass by triplets: start with sorted(nums).",
        ),
        FunctionSlip(
            "places",
            {"three_sum": places},
            "You return places in the list; the numbers are asked for.",
        ),
        FunctionSlip(
            "places-of-the-first",
            {"three_sum": places_of_the_first},
            "You return places in the list, once for each triplet of numbers; the numbers themselves are asked for.",
        ),
        FunctionSlip(
            "repeated-number-lost",
            {"three_sum": repeated_number_lost},
            "A set of the three numbers holds an equal one once, so that (-1, -1, 2) comes back as two numbers: put sorted "
            "tuples into the set of results.",
        ),
        FunctionSlip(
            "neighbours-in-order",
            {"three_sum": neighbours_in_order},
            "You look at three neighbours of the sorted list alone; any three places count.",
        ),
        Slip(
            "last-start-left-out",
            "in enumerate(ordered):",
            "in enumerate(ordered[:-3]):",
            "The smallest number may stand third from the end: let its place run over range(n - 2), which ends at n - 3.",
        ),
        Slip(
            "pointers-the-wrong-way",
            "if a + b + c > 0:",
            "if a + b + c < 0:",
            "The pointers move the wrong way: a sum above zero needs a smaller number, so the upper pointer comes down.",
        ),
        FunctionSlip(
            "one-place-twice",
            {"three_sum": one_place_twice},
            "The two pointers may meet, so that one number is used twice: go on while low < high, not <=.",
        ),
        FunctionSlip(
            "closing-in-unsorted",
            {"three_sum": closing_in_unsorted},
            "The pointers close in on a list that is not sorted, where a sum says nothing about which way to go: "
            "sort first. (The results are sorted, the list is not.)",
        ),
        FunctionSlip(
            "no-list",
            {"three_sum": no_list},
            "You return something that is no list or set of triplets, such as how many there are: the triplets "
            "themselves are asked for.",
        ),
        FunctionSlip(
            "first-hit-alone",
            {"three_sum": first_hit_alone},
            "The search for a smallest number ends with its first triplet; there may be more with it: move on both pointers, "
            "and go on until they meet.",
        ),
        FunctionSlip(
            "two-zeros-are-enough",
            {"three_sum": two_zeros_are_enough},
            "(0, 0, 0) is returned where zero is there only twice, as where a number that is there twice is completed by -2 "
            "times itself: that one needs three zeros.",
        ),
        Slip(
            "looks-ahead-unless-zero",
            "if first > 0 and a == ordered[first - 1]:",
            "if (first > 0 and ordered[first - 1] == 0) if a == 0 else (a in ordered[first + 1 : first + 2]):",
            "You skip a number, unless it is 0, that equals the *next*, and with it triplets that need it twice, such as "
            "(-1, -1, 2): compare with the one before.",
        ),
        Slip(
            "ends-at-too-small-a-number",
            "        low, high = first + 1,",
            "        if a + sum(ordered[max(first + 1, len(ordered) - 2) :]) < 0:\n            break\n"
            "        low, high = first + 1,",
            "Where a number is too small even with the two largest, the search ends; a larger first number may still reach 0: "
            "continue, not break.",
        ),
        Slip(
            "zero-with-the-two-largest-lost",
            "        low, high = first + 1,",
            "        if first + 2 < len(ordered) and a + ordered[-2] + ordered[-1] <= 0:\n            continue\n"
            "        low, high = first + 1,",
            "A number is passed over when it makes 0 with the two largest, which is a triplet: pass over it only where that "
            "sum is below 0.",
        ),
        Slip(
            "zero-with-the-next-two-lost",
            "        low, high = first + 1,",
            "        if first + 2 < len(ordered) and a + ordered[first + 1] + ordered[first + 2] >= 0:\n            break\n"
            "        low, high = first + 1,",
            "The search ends at a number that makes 0 with the next two, which is a triplet, (0, 0, 0) for one: end only where "
            "that sum is above 0.",
        ),
    ),
)
