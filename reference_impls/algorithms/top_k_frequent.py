"""The k most frequent values: count, then keep a heap of the k most frequent so far (LeetCode 347; Python docs, heapq).

heapq is a min-heap: on top lies the rarest of those kept, which is the one to drop when there are k + 1. Pairs
(count, value) compare by count first. O(n + d log k) time for n numbers of which d are different, O(d) memory.

nums: a list of ints of any sign; k: from 1 to the number of different values. Returns: a list of k values, in any order.
No value outside it is as frequent as one inside, so that the answer is unique.
"""

import heapq
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import torch

from reference_impls.problem import Draw, FunctionSlip, Observation, Problem, Scenario, Slip, World, expect


def top_k_frequent(nums: list[int], k: int) -> list[int]:
    """The values that occur most often."""
    kept: list[tuple[int, int]] = []  # (count, value)
    for value, count in Counter(nums).items():
        heapq.heappush(kept, (count, value))
        if len(kept) > k:
            heapq.heappop(kept)
    return [value for _, value in kept]


# ----------------------------------------------------------------------------------------------------------------------


SHOWN_NUMBERS = 16
"""Longer lists are not written into what a failure says."""


def plain(value: Any) -> Any:
    """Numbers of NumPy and torch as Python's, lists as tuples, so that all can stand in a set."""
    value = value.tolist() if isinstance(value, torch.Tensor) else value
    return tuple(plain(part) for part in value) if isinstance(value, list | tuple) else value


def values_of(answer: Any) -> list[Any]:
    """The values that an answer lists. Raises: Broken if it is no list, tuple, set or array."""
    answer = answer.tolist() if isinstance(answer, torch.Tensor) else answer
    expect(
        isinstance(answer, list | tuple | set), f"the answer is of type {type(answer).__name__}, not a list of values"
    )
    return [plain(value) for value in answer]


def in_any_order(name: str, nums: list[int], k: int) -> Scenario:
    """A call of which the values count, not their order, so that a slip is recognised in whatever order it answers."""
    listed = f"{nums}" if len(nums) <= SHOWN_NUMBERS else f"[{len(nums)} numbers]"

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        answer = values_of(world.call("top_k_frequent", nums, k))
        yield f"top_k_frequent({listed}, {k})", set(answer)
        yield f"the length of top_k_frequent({listed}, {k})", len(answer)

    return Scenario(name, steps)


def mixed(draw: Draw, counts: dict[int, int]) -> list[int]:
    """Each value as often as it says, in a random order."""
    nums = list(Counter(counts).elements())
    return [nums[i] for i in draw.permutation(len(nums))]


def cases(draw: Draw) -> Iterator[Scenario]:
    a, b, c, d, e = (i + 7 for i in draw.permutation(30)[:5])
    yield in_any_order("a single number", [a], 1)
    yield in_any_order("one value six times", [a] * 6, 1)
    yield in_any_order("the most frequent, k = 1", mixed(draw, {a: 2, b: 4, c: 1}), 1)
    yield in_any_order("the two most frequent", mixed(draw, {a: 1, b: 4, c: 2, d: 6}), 2)
    yield in_any_order("equally frequent ones inside", mixed(draw, {a: 4, b: 4, c: 4, d: 1, e: 2}), 4)
    yield in_any_order("equally frequent ones outside", mixed(draw, {a: 5, b: 2, c: 2, d: 2, e: 4}), 2)
    yield in_any_order("all values", mixed(draw, {a: 3, b: 3, c: 1, d: 2}), 4)
    yield in_any_order("the rare values are the large ones", mixed(draw, {3: 5, 4: 4, 60: 2, 70: 1, 80: 1}), 2)
    yield in_any_order("the rare values are the small ones", mixed(draw, {3: 1, 4: 1, 5: 2, 60: 4, 70: 5}), 2)
    yield in_any_order("the rare values come first", [a, b, b, c, c, c, d, d, d, d], 2)
    yield in_any_order("never twice in a row", [a, b, a, c, a, b, a, b, d, d], 2)
    yield in_any_order("negative numbers and zero", mixed(draw, {-1: 4, 0: 3, 1: 2, -a: 5, a: 1}), 3)
    yield in_any_order("large numbers", mixed(draw, {2**60: 2, 2**60 + 1: 4, -(2**60): 3, 10**9: 1}), 2)
    order = draw.permutation(24)
    yield in_any_order("300 numbers", mixed(draw, {value - 9: place + 1 for place, value in enumerate(order)}), 7)


def pairs(nums: list[int], k: int) -> list[tuple[int, int]]:
    return Counter(nums).most_common(k)


def first_seen(nums: list[int], k: int) -> list[int]:
    return list(dict.fromkeys(nums))[:k]


def one_for_each_count(nums: list[int], k: int) -> list[int]:
    value_of = {count: value for value, count in Counter(sorted(nums)).items()}
    return [value_of[count] for count in sorted(value_of, reverse=True)[:k]]


def longest_runs(nums: list[int], k: int) -> list[int]:
    longest: dict[int, int] = {}
    for value, run in groupby(nums):
        longest[value] = max(longest.get(value, 0), len(list(run)))
    return sorted(longest, key=lambda value: -longest[value])[:k]


def all_by_frequency(nums: list[int], k: int) -> list[int]:
    counts = Counter(nums)
    return sorted(counts, key=lambda value: -counts[value])


def kth_alone(nums: list[int], k: int) -> list[int]:
    return [Counter(nums).most_common(k)[-1][0]]


def rarest_first(nums: list[int], k: int) -> list[int]:
    counts = Counter(nums)
    return sorted(counts, key=lambda value: counts[value])[:k]


def one_too_many(nums: list[int], k: int) -> list[int]:
    return [value for value, _ in Counter(nums).most_common(k + 1)]


def first_for_each_count(nums: list[int], k: int) -> list[int]:
    value_of: dict[int, int] = {}
    for value, count in Counter(nums).items():
        value_of.setdefault(count, value)
    return [value_of[count] for count in sorted(value_of, reverse=True)[:k]]


def last_for_each_count(nums: list[int], k: int) -> list[int]:
    value_of = {count: value for value, count in Counter(nums).items()}
    return [value_of[count] for count in sorted(value_of, reverse=True)[:k]]


def at_least_k_times(nums: list[int], k: int) -> list[int]:
    return [value for value, count in Counter(nums).items() if count >= k]


def single_ones_left_out(nums: list[int], k: int) -> list[int]:
    return [value for value, count in Counter(nums).most_common(k) if count > 1]


def no_bucket_for_n(nums: list[int], k: int) -> list[int]:
    buckets: list[list[int]] = [[] for _ in nums]
    for value, count in Counter(nums).items():
        buckets[count].append(value)
    return [value for bucket in reversed(buckets) for value in bucket][:k]


def runs_not_joined(nums: list[int], k: int) -> list[int]:
    runs = sorted(((len(list(run)), value) for value, run in groupby(nums)), reverse=True)
    return [value for _, value in runs[:k]]


def every_occurrence(nums: list[int], k: int) -> list[int]:
    return sorted(nums, key=nums.count, reverse=True)[:k]


def places_of_the_values(nums: list[int], k: int) -> list[int]:
    counts = Counter(nums)
    values = sorted(counts)
    return sorted(range(len(values)), key=lambda place: -counts[values[place]])[:k]


def maximum_again(nums: list[int], k: int) -> list[int]:
    return [Counter(nums).most_common(1)[0][0]] * k


def values_of_k_counts(nums: list[int], k: int) -> list[int]:
    counts = Counter(nums)
    highest = sorted(set(counts.values()), reverse=True)[:k]
    return [value for value in counts if counts[value] in highest]


def most_frequent_alone(nums: list[int], k: int) -> list[int]:
    return [Counter(nums).most_common(1)[0][0]]


def smallest_off_the_heap(nums: list[int], k: int) -> list[int]:
    heap = [(count, value) for value, count in Counter(nums).items()]
    return [value for _, value in heapq.nsmallest(k, heap)]


def single_value_unpacked(nums: list[int], k: int) -> Any:
    values = [value for value, _ in Counter(nums).most_common(k)]
    return values[0] if k == 1 else values


def zero_left_out(nums: list[int], k: int) -> list[int]:
    return [value for value, _ in Counter(number for number in nums if number).most_common(k)]


def n_times_left_out(nums: list[int], k: int) -> list[int]:
    counts = Counter(nums)
    return [value for value, count in counts.most_common() if count < len(nums)][:k]


def smallest_values(nums: list[int], k: int) -> list[int]:
    return sorted(Counter(nums))[:k]


def negative_places(nums: list[int], k: int) -> list[int]:
    places = max(map(abs, nums)) + 1
    counts = Counter(value % places for value in nums)
    return sorted(sorted(counts), key=lambda place: -counts[place])[:k]


def last_of_the_heap(nums: list[int], k: int) -> list[int]:
    heap: list[tuple[int, int]] = []
    for value, count in Counter(nums).items():
        if len(heap) < k:
            heapq.heappush(heap, (count, value))
        elif count > heap[-1][0]:
            heapq.heapreplace(heap, (count, value))
    return [value for _, value in heap]


def last_runs(nums: list[int], k: int) -> list[int]:
    length = {value: len(list(run)) for value, run in groupby(nums)}
    return sorted(length, key=lambda value: -length[value])[:k]


def first_runs(nums: list[int], k: int) -> list[int]:
    length: dict[int, int] = {}
    for value, run in groupby(nums):
        length.setdefault(value, len(list(run)))
    return sorted(length, key=lambda value: -length[value])[:k]


def rivals_cancelled(nums: list[int], k: int) -> list[int]:
    kept: dict[int, int] = {}
    for value in nums:
        if value in kept or len(kept) < k:
            kept[value] = kept.get(value, 0) + 1
        else:
            kept = {one: count - 1 for one, count in kept.items() if count > 1}
    for value in nums:
        if len(kept) < k:
            kept.setdefault(value, 1)
    return list(kept)


def rivals_cancelled_and_too_few(nums: list[int], k: int) -> list[int]:
    kept: dict[int, int] = {}
    for value in nums:
        if value in kept or len(kept) < k:
            kept[value] = kept.get(value, 0) + 1
        else:
            kept = {one: count - 1 for one, count in kept.items() if count > 1}
    return list(kept)


def last_run_left_open(nums: list[int], k: int) -> list[int]:
    runs = [(len(list(run)), value) for value, run in groupby(sorted(nums))]
    return [value for _, value in heapq.nlargest(k, runs[:-1] or runs)]


def last_run_left_open_always(nums: list[int], k: int) -> list[int]:
    runs = [(len(list(run)), value) for value, run in groupby(sorted(nums))]
    return [value for _, value in heapq.nlargest(k, runs[:-1])]


def through_floats(nums: list[int], k: int) -> list[int]:
    return [int(value) for value, _ in Counter(map(float, nums)).most_common(k)]


def counting_list(nums: list[int], k: int) -> list[int]:
    if max(nums) > 10**8:
        raise MemoryError  # before the machine that judges runs out of it
    counts = [0] * (max(nums) + 1)
    for value in nums:
        counts[value] += 1
    return sorted(range(len(counts)), key=lambda value: -counts[value])[:k]


def heap_taken_for_sorted(nums: list[int], k: int) -> list[int]:
    heap = [(-count, value) for value, count in Counter(nums).items()]
    heapq.heapify(heap)
    return [value for _, value in heap[:k]]


def dropped_before_comparing(nums: list[int], k: int) -> list[int]:
    heap: list[tuple[int, int]] = []
    for value, count in Counter(nums).items():
        if len(heap) == k:
            heapq.heappop(heap)
        heapq.heappush(heap, (count, value))
    return [value for _, value in heap]


PROBLEM = Problem(
    id="top-k-frequent",
    entries=(top_k_frequent,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        Slip(
            "least-frequent",
            "(count, value))",
            "(-count, value))",
            "These are the k rarest values. In a heap of size k the rarest one has to be on top, to be dropped: push "
            "(count, value). Negated counts belong in a heap of all values, popped k times.",
        ),
        Slip(
            "by-value",
            "(count, value))\n        if len(kept) > k:\n            heapq.heappop(kept)\n    return [value for _, value",
            "(value, count))\n        if len(kept) > k:\n            heapq.heappop(kept)\n    return [value for value, _",
            "These are the k largest values, as a heap of pairs (value, count) keeps them: tuples compare by their first "
            "part, which has to be the count.",
        ),
        Slip(
            "counts-not-values",
            "[value for _, value in kept]",
            "[count for count, _ in kept]",
            "You return how often the values occur; the values themselves are asked for.",
        ),
        FunctionSlip(
            "pairs",
            {"top_k_frequent": pairs},
            "You return pairs (value, count), as most_common does; the values alone are asked for.",
        ),
        Slip(
            "one-short",
            "if len(kept) > k:",
            "if len(kept) >= k:",
            "You return k - 1 values: a heap drops one only when it holds more than k, a slice [:k] holds k.",
        ),
        FunctionSlip(
            "first-seen",
            {"top_k_frequent": first_seen},
            "These are the first k different values: a Counter keeps the order in which it met them. Sort by count, or ask "
            "for most_common(k).",
        ),
        FunctionSlip(
            "one-for-each-count",
            {"top_k_frequent": one_for_each_count},
            "Values that are equally frequent overwrite each other: keep a list of values for each count.",
        ),
        FunctionSlip(
            "longest-runs",
            {"top_k_frequent": longest_runs},
            "You compare runs of equal neighbours, which are all that groupby joins: sort first, or count in a dict.",
        ),
        FunctionSlip(
            "all-by-frequency",
            {"top_k_frequent": all_by_frequency},
            "You return all the different values; the k most frequent of them are asked for.",
        ),
        FunctionSlip(
            "kth-alone",
            {"top_k_frequent": kth_alone},
            "You return the k-th most frequent value alone; the others before it are asked for, too.",
        ),
        FunctionSlip(
            "rarest-first",
            {"top_k_frequent": rarest_first},
            "These are the k rarest values: sort by count in falling order (reverse=True, or the negated count as key).",
        ),
        FunctionSlip(
            "one-too-many",
            {"top_k_frequent": one_too_many},
            "You return k + 1 values: a slice [:k] holds k of them.",
        ),
        FunctionSlip(
            "first-for-each-count",
            {"top_k_frequent": first_for_each_count},
            "For each count you return one value alone; equally frequent ones all belong to it: take every value of "
            "a bucket.",
        ),
        FunctionSlip(
            "last-for-each-count",
            {"top_k_frequent": last_for_each_count},
            "Values that are equally frequent overwrite each other in a dict from count to value: keep a list for "
            "each count.",
        ),
        FunctionSlip(
            "at-least-k-times",
            {"top_k_frequent": at_least_k_times},
            "You return the values that occur at least k times; k is how many values are asked for.",
        ),
        FunctionSlip(
            "single-ones-left-out",
            {"top_k_frequent": single_ones_left_out},
            "Values that occur once are missing: 1 is a count like any other, and buckets are needed for 1 to n.",
        ),
        FunctionSlip(
            "no-bucket-for-n",
            {"top_k_frequent": no_bucket_for_n},
            "A value can occur n times, and the list of buckets ends at n - 1: make n + 1 of them.",
        ),
        FunctionSlip(
            "runs-not-joined",
            {"top_k_frequent": runs_not_joined},
            "Each run of equal neighbours counts by itself, so that a value may come twice: sort before groupby, or count in a "
            "dict.",
        ),
        FunctionSlip(
            "every-occurrence",
            {"top_k_frequent": every_occurrence},
            "You sort the numbers themselves by their counts, so that the most frequent one is repeated: sort the different "
            "values.",
        ),
        FunctionSlip(
            "places-of-the-values",
            {"top_k_frequent": places_of_the_values},
            "You return places in the sorted list of different values, as argsort gives them; look the values up there.",
        ),
        FunctionSlip(
            "maximum-again",
            {"top_k_frequent": maximum_again},
            "You find the most frequent value k times: take out what has been found before you look for the next one.",
        ),
        FunctionSlip(
            "values-of-k-counts",
            {"top_k_frequent": values_of_k_counts},
            "You return all values of the k highest counts, more than k where some are equally frequent: stop at k values.",
        ),
        FunctionSlip(
            "most-frequent-alone",
            {"top_k_frequent": most_frequent_alone},
            "You return the most frequent value alone, whatever k is.",
        ),
        FunctionSlip(
            "smallest-off-the-heap",
            {"top_k_frequent": smallest_off_the_heap},
            "heapq is a min-heap: popping k pairs (count, value) gives the rarest values. Push negated counts, or "
            "use nlargest.",
        ),
        FunctionSlip(
            "single-value-unpacked",
            {"top_k_frequent": single_value_unpacked},
            "For k = 1 you return the value itself; a list of one value is asked for.",
        ),
        FunctionSlip(
            "zero-left-out",
            {"top_k_frequent": zero_left_out},
            "The value 0 gets lost: it is false in a condition. Ask `is not None`, or nothing at all.",
        ),
        FunctionSlip(
            "n-times-left-out",
            {"top_k_frequent": n_times_left_out},
            "A value that fills the whole list is lost: counts run from 1 to n, both included.",
        ),
        FunctionSlip(
            "smallest-values",
            {"top_k_frequent": smallest_values},
            "These are the k smallest values, as sorted(counts) has them first: sort by the count, in falling order.",
        ),
        FunctionSlip(
            "negative-places",
            {"top_k_frequent": negative_places},
            "Negative values share a place with positive ones, as in a list of counts indexed by value, where -1 is the last "
            "place: count in a dict.",
        ),
        FunctionSlip(
            "last-of-the-heap",
            {"top_k_frequent": last_of_the_heap},
            "You compare with heap[-1], as if a heap were sorted; the rarest one kept is heap[0].",
        ),
        FunctionSlip(
            "last-runs",
            {"top_k_frequent": last_runs},
            "Only the last run of each value counts, as in a dict from groupby on the unsorted list, where a later run replaces "
            "an earlier one: sort first, or count in a dict.",
        ),
        FunctionSlip(
            "first-runs",
            {"top_k_frequent": first_runs},
            "Only the first run of each value counts, and groupby gives one for every run of equal neighbours: sort first, or "
            "count in a dict.",
        ),
        FunctionSlip(
            "rivals-cancelled",
            {"top_k_frequent": rivals_cancelled},
            "You keep k counters, and a value without one lowers them all (Misra-Gries): what is left need not be the most "
            "frequent. Count all values.",
        ),
        FunctionSlip(
            "rivals-cancelled-and-too-few",
            {"top_k_frequent": rivals_cancelled_and_too_few},
            "You keep k counters, and a value without one lowers them all (Misra-Gries): what is left need not be the most "
            "frequent, and may be fewer than k. Count all values.",
        ),
        FunctionSlip(
            "last-run-left-open",
            {"top_k_frequent": last_run_left_open},
            "The largest value is not counted unless it is the only one, as where a run in the sorted list is stored when "
            "another value begins: store the last run after the loop.",
        ),
        FunctionSlip(
            "last-run-left-open-always",
            {"top_k_frequent": last_run_left_open_always},
            "The largest value is not counted, as where a run in the sorted list is stored when another value begins: store the "
            "last run after the loop.",
        ),
        FunctionSlip(
            "through-floats",
            {"top_k_frequent": through_floats},
            "The values go through floats, as in a NumPy array of float64, which rounds large integers, so that two of them "
            "become one: keep them as they are.",
        ),
        FunctionSlip(
            "list-of-counts",
            {"top_k_frequent": counting_list},
            "In a list of counts indexed by value, -1 is the last place, and a large value needs more places than there is "
            "memory: count in a dict.",
        ),
        FunctionSlip(
            "heap-taken-for-sorted",
            {"top_k_frequent": heap_taken_for_sorted},
            "You take the first k of a heap as if it were sorted: heapify brings one to place 0 and orders nothing else. Pop "
            "k times, or use nlargest.",
        ),
        FunctionSlip(
            "dropped-before-comparing",
            {"top_k_frequent": dropped_before_comparing},
            "A full heap drops its rarest value before the new one is in it, which may be rarer: push first, then pop, or use "
            "heappushpop.",
        ),
    ),
)
