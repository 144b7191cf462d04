"""The k-th smallest number of a list, by a heap of the k smallest so far (Cormen et al., chapter 9; Python docs, heapq).

Any number above k others that have been seen cannot be the answer, so k numbers are enough to remember. The one to drop is
their largest: a max-heap has it on top, and heapq, a min-heap, becomes one when the numbers are stored negated.
O(n log k) time; the heap takes O(k) memory.

nums: a list of n numbers, left as it is. k: counts from 1, and repeats count. Raises: ValueError unless 1 <= k <= n.
"""

import heapq
from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Scenario, Slip, sweep


def kth_smallest(nums: list[float], k: int) -> float:
    """The number at place k of the sorted list."""
    if not 1 <= k <= len(nums):
        raise ValueError(f"k must be from 1 to {len(nums)}, got {k}")
    largest_first = [-x for x in nums[:k]]
    heapq.heapify(largest_first)
    for x in nums[k:]:
        heapq.heappushpop(largest_first, -x)
    return -largest_first[0]


# ----------------------------------------------------------------------------------------------------------------------


def shuffled(draw: Draw, nums: list[int]) -> list[int]:
    """The same numbers in a random order."""
    return [nums[i] for i in draw.permutation(len(nums))]


def spaced(draw: Draw, n: int) -> list[int]:
    """Different positive numbers in a random order."""
    return shuffled(draw, (3 * torch.arange(1, n + 1) + draw.integers(0, 3, n)).tolist())


def few_numbers(draw: Draw) -> tuple[list[int], int]:
    n = draw.integer(1, 9)
    return draw.integers(-3, 5, n).tolist(), draw.integer(1, n)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("a single number", ([draw.integer(3, 9)], 1))
    yield Case("the smallest, k = 1", (spaced(draw, 5), 1))
    yield Case("the second of five", (spaced(draw, 5), 2))
    yield Case("the largest, k = n", (spaced(draw, 6), 6))
    low = draw.integer(1, 5)
    yield Case("repeats count", (shuffled(draw, [low, low, low, low + 3, low + 3, low + 7, low + 9]), 3))
    yield Case("more repeats than different numbers", (shuffled(draw, 6 * [low] + 5 * [low + 2]), 7))
    yield Case("all equal", (40 * [low], 17))
    a, b, c = low, low + 2, low + 5
    # b is first, last and in the middle: whichever of them is the pivot, losing its equals shows
    yield Case("the middle number five times", ([b, a, c, a, c, b, b, b, c, a, c, a, b], 7))
    yield sweep("kth_smallest", few_numbers)
    yield Case("sixty numbers of five kinds", (draw.integers(0, 5, 60).tolist(), 30))
    yield Case("negative numbers", ([-x for x in spaced(draw, 9)], 7))
    yield Case("both signs and zero", (shuffled(draw, [-8, -3, -1, 0, 2, 4, 6, 9]), draw.integer(3, 5)))
    yield Case("fractions", (draw.normal(11, scale=0.2).tolist(), 4))
    yield Case("integers that no float holds", (shuffled(draw, [2**60 + i for i in range(7)]), draw.integer(2, 6)))
    yield Case("400 numbers", (draw.integers(-500, 500, 400).tolist(), draw.integer(50, 350)))
    yield Case("2,000 in rising order", (list(range(2000)), 2000))
    nums = spaced(draw, 4)
    yield Case("k = 0", (nums, 0), raises=("ValueError",))
    yield Case("k = -1", (nums, -1), raises=("ValueError",))
    yield Case("k = n + 1", (nums, 5), raises=("ValueError",))
    yield Case("an empty list", ([], 1), raises=("ValueError",))


def unchecked_index(nums: list[float], k: int) -> float:
    return sorted(nums)[k - 1]


def unchecked_nsmallest(nums: list[float], k: int) -> float:
    return heapq.nsmallest(k, nums)[-1]


def lower_end_unchecked(nums: list[float], k: int) -> float:
    if k > len(nums):
        raise ValueError(k)
    return sorted(nums)[k - 1]


def upper_end_unchecked(nums: list[float], k: int) -> float:
    if k < 1:
        raise ValueError(k)
    return sorted(nums)[k - 1]


def without_repeats(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    return sorted(set(nums))[k - 1]


def zero_based(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    return sorted(nums)[k]


def index_error_out_of_range(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise IndexError(k)
    return sorted(nums)[k - 1]


def not_sorted(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    return nums[k - 1]


def largest_refused(nums: list[float], k: int) -> float:
    if not 1 <= k < len(nums):
        raise ValueError(k)
    return sorted(nums)[k - 1]


def equal_to_the_pivot_lost(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    pivot = nums[len(nums) // 2]
    smaller, larger = [x for x in nums if x < pivot], [x for x in nums if x > pivot]
    if k <= len(smaller):
        return equal_to_the_pivot_lost(smaller, k)
    if k == len(smaller) + 1 or not larger:
        return pivot
    return equal_to_the_pivot_lost(larger, min(k - len(smaller) - 1, len(larger)))


def smallest_whatever_k(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    return min(nums)


def zero_not_refused(nums: list[float], k: int) -> float:
    if not 0 <= k <= len(nums):
        raise ValueError(k)
    return sorted(nums)[k - 1]


def upper_end_unchecked_nsmallest(nums: list[float], k: int) -> float:
    if k < 1:
        raise ValueError(k)
    return heapq.nsmallest(k, nums)[-1]


def maximum_above_the_length(nums: list[float], k: int) -> float:
    if k < 1 or not nums:
        raise ValueError(k)
    return heapq.nsmallest(k, nums)[-1]


def only_empty_refused(nums: list[float], k: int) -> float:
    if not nums:
        raise ValueError(k)
    return sorted(nums)[k - 1]


def only_empty_refused_nsmallest(nums: list[float], k: int) -> float:
    if not nums:
        raise ValueError(k)
    return heapq.nsmallest(k, nums)[-1]


def clamped(nums: list[float], k: int) -> float:
    if not nums:
        raise ValueError(k)
    return sorted(nums)[min(max(k, 1), len(nums)) - 1]


def negative_not_refused(nums: list[float], k: int) -> float:
    if k == 0 or k > len(nums):
        raise ValueError(k)
    return sorted(nums)[k - 1]


def k_of_one_refused(nums: list[float], k: int) -> float:
    if not 1 < k <= len(nums):
        raise ValueError(k)
    return sorted(nums)[k - 1]


def place_in_the_list(nums: list[float], k: int) -> int:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    return sorted(range(len(nums)), key=lambda place: nums[place])[k - 1]


def kth_of_the_heap_list(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    heap = list(nums)
    heapq.heapify(heap)
    return heap[k - 1]


def compared_with_the_negated(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    largest_first = [-x for x in nums[:k]]
    heapq.heapify(largest_first)
    for x in nums[k:]:
        if x < largest_first[0]:
            heapq.heapreplace(largest_first, -x)
    return -largest_first[0]


def equal_to_the_first_lost(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    pivot = nums[0]
    smaller, larger = [x for x in nums if x < pivot], [x for x in nums if x > pivot]
    if k <= len(smaller):
        return equal_to_the_first_lost(smaller, k)
    if k == len(smaller) + 1 or not larger:
        return pivot
    return equal_to_the_first_lost(larger, k - len(smaller) - 1)


def one_short_from_above(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    if k <= len(nums) // 2:
        return heapq.nsmallest(k, nums)[-1]
    return heapq.nlargest(max(len(nums) - k, 1), nums)[-1]


def left_to_the_partition(nums: list[float], k: int) -> float:
    if nums and k > len(nums):
        raise ValueError(k)
    return sorted(nums)[k - 1]


def equal_to_the_last_lost(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    pivot = nums[-1]
    smaller, larger = [x for x in nums if x < pivot], [x for x in nums if x > pivot]
    if k <= len(smaller):
        return equal_to_the_last_lost(smaller, k)
    if k == len(smaller) + 1 or not larger:
        return pivot
    return equal_to_the_last_lost(larger, min(k - len(smaller) - 1, len(larger)))


def one_short_from_the_middle(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    if 2 * k < len(nums):
        return heapq.nsmallest(k, nums)[-1]
    return heapq.nlargest(max(len(nums) - k, 1), nums)[-1]


def equal_to_the_first_lost_until_none_is_left(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    while True:
        pivot = nums[0]
        smaller, larger = [x for x in nums if x < pivot], [x for x in nums if x > pivot]
        if k == len(smaller) + 1:
            return pivot
        nums, k = (smaller, k) if k <= len(smaller) else (larger, k - len(smaller) - 1)


def equal_to_the_pivot_lost_until_none_is_left(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    while True:
        pivot = nums[len(nums) // 2]
        smaller, larger = [x for x in nums if x < pivot], [x for x in nums if x > pivot]
        if k == len(smaller) + 1:
            return pivot
        nums, k = (smaller, k) if k <= len(smaller) else (larger, k - len(smaller) - 1)


def equal_to_the_last_lost_until_none_is_left(nums: list[float], k: int) -> float:
    if not 1 <= k <= len(nums):
        raise ValueError(k)
    while True:
        pivot = nums[-1]
        smaller, larger = [x for x in nums if x < pivot], [x for x in nums if x > pivot]
        if k == len(smaller) + 1:
            return pivot
        nums, k = (smaller, k) if k <= len(smaller) else (larger, k - len(smaller) - 1)


PROBLEM = Problem(
    id="kth-smallest",
    entries=(kth_smallest,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        FunctionSlip(
            "unchecked-index",
            {"kth_smallest": unchecked_index},
            "k is not checked: for k < 1 an index k - 1 counts from the end, and k - 1 pops give the smallest; above the length "
            "both raise IndexError, not ValueError. Test 1 <= k <= len(nums) first.",
        ),
        FunctionSlip(
            "unchecked-nsmallest",
            {"kth_smallest": unchecked_nsmallest},
            "k is not checked: as from nsmallest(k, nums)[-1], the maximum comes silently when k > n, and IndexError, not "
            "ValueError, for k < 1. Test 1 <= k <= len(nums) first.",
        ),
        Slip(
            "range-asserted",
            'raise ValueError(f"k must be from 1 to {len(nums)}, got {k}")',
            'raise AssertionError(f"k must be from 1 to {len(nums)}, got {k}")',
            "A k out of range raises AssertionError; the spec wants ValueError.",
        ),
        Slip(
            "none-out-of-range",
            'raise ValueError(f"k must be from 1 to {len(nums)}, got {k}")',
            "return None  # type: ignore[return-value]",
            "A k out of range returns something, such as None or -1; the spec wants ValueError.",
        ),
        FunctionSlip(
            "lower-end-unchecked",
            {"kth_smallest": lower_end_unchecked},
            "k < 1 is not refused (a negative index counts from the end, and max(k, 1) gives the smallest): test "
            "1 <= k <= len(nums).",
        ),
        FunctionSlip(
            "zero-based",
            {"kth_smallest": zero_based},
            "You return the number after the one asked for: k counts from 1, so it stands at index k - 1 (or on top of "
            "the heap after k - 1 pops).",
        ),
        Slip(
            "one-short",
            "nums[:k]]\n    heapq.heapify(largest_first)\n    for x in nums[k:]",
            "nums[: k - 1]]\n    heapq.heapify(largest_first)\n    for x in nums[k - 1 :]",
            "You return the number before the one asked for: the heap has to keep k numbers, not k - 1.",
        ),
        Slip(
            "largest",
            "return -largest_first[0]",
            "return sorted(nums)[-k]",
            "This is the k-th largest. heapq is a min-heap: with plain values pushpop drops the smallest, so store -x.",
        ),
        Slip(
            "not-negated-back",
            "return -largest_first[0]",
            "return largest_first[0]",
            "The sign is the wrong one, as if the heap's -x were returned: return -heap[0].",
        ),
        Slip(
            "maximum-of-all",
            "return -largest_first[0]",
            "return max(nums)",
            "You return the maximum of the list: the heap has to stay at k numbers, dropping the largest of k + 1 (a number "
            "takes the top's place where it is smaller, x < -heap[0]).",
        ),
        FunctionSlip(
            "without-repeats",
            {"kth_smallest": without_repeats},
            "Equal numbers are counted once, as in a set; repeats count here: the 3rd smallest of 1, 1, 1, 4 is 1.",
        ),
        Slip(
            "returns-all-k",
            "return -largest_first[0]",
            "return sorted(-x for x in largest_first)",
            "You return all k smallest numbers; only the k-th, the largest of them, is asked for.",
        ),
        FunctionSlip(
            "index-error-out-of-range",
            {"kth_smallest": index_error_out_of_range},
            "For k out of range the spec wants a ValueError; yours is an IndexError.",
        ),
        FunctionSlip(
            "not-sorted",
            {"kth_smallest": not_sorted},
            "You take the k-th number as the list stands: it has to be sorted first (a copy of it), or selected.",
        ),
        FunctionSlip(
            "largest-refused",
            {"kth_smallest": largest_refused},
            "k = len(nums) asks for the largest number, and is allowed: at the upper end raise only above the length.",
        ),
        FunctionSlip(
            "equal-to-the-pivot-lost",
            {"kth_smallest": equal_to_the_pivot_lost},
            "Numbers that equal the pivot count once in your quickselect: the list of smaller ones is followed by "
            "all equal ones.",
        ),
        FunctionSlip(
            "smallest-whatever-k",
            {"kth_smallest": smallest_whatever_k},
            "You return the smallest number whatever k is.",
        ),
        FunctionSlip(
            "upper-end-unchecked",
            {"kth_smallest": upper_end_unchecked},
            "k above the length is not checked, and the index raises IndexError, not ValueError: test 1 <= k <= len(nums).",
        ),
        FunctionSlip(
            "zero-not-refused",
            {"kth_smallest": zero_not_refused},
            "k = 0 gives a number, where it has to raise ValueError: an index k - 1 is then -1, which Python allows. Test "
            "1 <= k <= len(nums).",
        ),
        Slip(
            "through-floats",
            "largest_first = [-x for x in nums[:k]]",
            "nums = [float(x) for x in nums]\n    largest_first = [-x for x in nums[:k]]",
            "The numbers go through floats, as in a NumPy array of float64, which rounds large integers: keep them as they are.",
        ),
        FunctionSlip(
            "upper-end-unchecked-nsmallest",
            {"kth_smallest": upper_end_unchecked_nsmallest},
            "k above the length is not refused: nsmallest(k, nums), or a heap that never grew to k, gives the largest number, "
            "and IndexError for an empty list. Test 1 <= k <= len(nums).",
        ),
        FunctionSlip(
            "maximum-above-the-length",
            {"kth_smallest": maximum_above_the_length},
            "k above the length of a list is not refused, as where nsmallest(k, nums) or a heap that never grew to k gives the "
            "largest number: test 1 <= k <= len(nums).",
        ),
        FunctionSlip(
            "only-empty-refused",
            {"kth_smallest": only_empty_refused},
            "You refuse an empty list alone: k < 1 gives a number, and k above the length IndexError. Test 1 <= k <= len(nums).",
        ),
        FunctionSlip(
            "only-empty-refused-nsmallest",
            {"kth_smallest": only_empty_refused_nsmallest},
            "You refuse an empty list alone: k above its length gives a number, and k < 1 IndexError, as from "
            "nsmallest(k, nums)[-1]. Test 1 <= k <= len(nums).",
        ),
        FunctionSlip(
            "clamped",
            {"kth_smallest": clamped},
            "You refuse an empty list alone: other k out of range give a number, as where k is clamped to 1 and len(nums). Test "
            "1 <= k <= len(nums).",
        ),
        FunctionSlip(
            "negative-not-refused",
            {"kth_smallest": negative_not_refused},
            "A negative k gives a number, as where k == 0 (or not k) is tested, or abs(k): test 1 <= k <= len(nums).",
        ),
        FunctionSlip(
            "one-refused",
            {"kth_smallest": k_of_one_refused},
            "k = 1 asks for the smallest number, and is allowed: at the lower end raise only below 1.",
        ),
        FunctionSlip(
            "place-in-the-list",
            {"kth_smallest": place_in_the_list},
            "You return the place of the number in the list, as argsort gives it; the number itself is asked for.",
        ),
        FunctionSlip(
            "heap-taken-for-sorted",
            {"kth_smallest": kth_of_the_heap_list},
            "You index a heap as if it were sorted: heapify brings the smallest to place 0 and orders nothing else. Pop k times.",
        ),
        FunctionSlip(
            "compared-with-the-negated",
            {"kth_smallest": compared_with_the_negated},
            "A number is compared with the heap's top, which is negated: compare x with -heap[0], or push and pop.",
        ),
        FunctionSlip(
            "equal-to-the-first-lost",
            {"kth_smallest": equal_to_the_first_lost},
            "Numbers that equal the pivot, the first number, count once in your quickselect: k has to go down by all "
            "of them.",
        ),
        FunctionSlip(
            "one-short-from-above",
            {"kth_smallest": one_short_from_above},
            "For k in the upper half you return the number after the one asked for: the k-th smallest is the (n - k + 1)-th "
            "largest, so a heap of the largest has to keep n - k + 1 numbers.",
        ),
        FunctionSlip(
            "left-to-the-partition",
            {"kth_smallest": left_to_the_partition},
            "Only a k above the length of a list is refused, as np.partition does by itself: k < 1 counts from the end, and an "
            "empty list raises IndexError. Test 1 <= k <= len(nums) first.",
        ),
        FunctionSlip(
            "equal-to-the-last-lost",
            {"kth_smallest": equal_to_the_last_lost},
            "Numbers that equal the pivot, the last number, count once in your quickselect: k has to go down by all of them.",
        ),
        FunctionSlip(
            "one-short-from-the-middle",
            {"kth_smallest": one_short_from_the_middle},
            "From k = n / 2 on you return the number after the one asked for: the k-th smallest is the (n - k + 1)-th largest, "
            "so a heap of the largest has to keep n - k + 1 numbers.",
        ),
        FunctionSlip(
            "equal-to-the-first-lost-until-none-is-left",
            {"kth_smallest": equal_to_the_first_lost_until_none_is_left},
            "Numbers that equal the pivot, the first number, count once in your quickselect, so that k may be too large for "
            "the list that is left: it has to go down by all of them.",
        ),
        FunctionSlip(
            "equal-to-the-pivot-lost-until-none-is-left",
            {"kth_smallest": equal_to_the_pivot_lost_until_none_is_left},
            "Numbers that equal the pivot, the middle number, count once in your quickselect, so that k may be too large for "
            "the list that is left: it has to go down by all of them.",
        ),
        FunctionSlip(
            "equal-to-the-last-lost-until-none-is-left",
            {"kth_smallest": equal_to_the_last_lost_until_none_is_left},
            "Numbers that equal the pivot, the last number, count once in your quickselect, so that k may be too large for "
            "the list that is left: it has to go down by all of them.",
        ),
    ),
)
