"""How many contiguous subarrays sum to k: prefix sums and a table of how often each has occurred (LeetCode 560).

With P_j = nums[0] + ... + nums[j - 1], the subarray nums[i:j] sums to P_j - P_i. So the subarrays that end before place j and
sum to k are as many as the earlier prefixes with P_i = P_j - k, the empty prefix P_0 = 0 included. Nothing here needs
positive numbers, unlike a sliding window. O(n) time and memory.

nums: a list of ints of any sign; k: an int of any sign. Returns: an int; subarrays are non-empty and told apart by their
places, so equal ones count each.
"""

from collections import defaultdict
from collections.abc import Iterator

import torch

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Scenario, Slip, sweep


def subarray_sum(nums: list[int], k: int) -> int:
    """The number of pairs i < j with sum(nums[i:j]) == k."""
    occurred = defaultdict(int, {0: 1})  # the empty prefix
    prefix = count = 0
    for number in nums:
        prefix += number
        count += occurred[prefix - k]
        occurred[prefix] += 1
    return count


# ----------------------------------------------------------------------------------------------------------------------


HUGE = 2**60


def sum_inside(draw: Draw, nums: list[int]) -> int:
    """The sum of a random subarray that leaves out both ends."""
    first = draw.integer(1, len(nums) // 2)
    return sum(nums[first : draw.integer(first + 2, len(nums) - 1)])


def few_numbers(draw: Draw) -> tuple[list[int], int]:
    return draw.integers(-2, 4, draw.integer(1, 8)).tolist(), draw.integer(-2, 4)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    a = draw.integer(2, 9)
    yield Case("no numbers", ([], a))
    yield Case("no numbers, k = 0", ([], 0))
    yield Case("one number, k itself", ([a], a))
    yield Case("one number, not k", ([a], a + 1))
    yield Case("one number, k = 0", ([a], 0))
    yield Case("inside, at neither end", ([a, 1, a + 2, 3 * a + 9], a + 3))
    yield Case("overlapping", ([a] * 5, 2 * a))
    yield Case("more than all together", ([a, 1, a + 3], 2 * a + 5))
    yield Case("zeros at both ends of it", ([0, 0, a, 0], a))
    yield Case("zeros, k = 0", ([0, 0, 0, 0], 0))
    yield Case("both signs, k = 0", ([a, -a, 1, -1, a, 0, -a], 0))
    yield Case("a negative k", ([-a, 1, -a, 2, a - 2, -a], -a))
    yield Case("too large before it is right", ([a, a + 4, -4, 7, -7, -a], a))
    yield Case("negative numbers", ((-draw.integers(1, 5, 20)).tolist(), -6))
    yield sweep("subarray_sum", few_numbers)
    positive = draw.integers(1, 6, 40).tolist()
    yield Case("positive numbers", (positive, sum_inside(draw, positive)))
    yield Case("numbers that no float holds", ([HUGE, a, -HUGE, HUGE + 1, 1 - a, -HUGE, -1, HUGE], HUGE + 1))
    mixed = draw.integers(-6, 7, 120).tolist()
    yield Case("120 of both signs", (mixed, sum_inside(draw, mixed)))
    yield Case("120 of both signs, k = 0", (draw.integers(-3, 4, 120).tolist(), 0))


def sliding_window(nums: list[int], k: int) -> int:
    start = total = count = 0
    for end, number in enumerate(nums):
        total += number
        while total > k and start <= end:
            total -= nums[start]
            start += 1
        if total == k and start <= end:
            count += 1
    return count


def first_end_only(nums: list[int], k: int) -> int:
    count = 0
    for start in range(len(nums)):
        total = 0
        for number in nums[start:]:
            total += number
            if total == k:
                count += 1
                break
    return count


def stops_above_k(nums: list[int], k: int) -> int:
    count = 0
    for start in range(len(nums)):
        total = 0
        for number in nums[start:]:
            total += number
            if total == k:
                count += 1
            elif total > k:
                break
    return count


def subsets(nums: list[int], k: int) -> int:
    ways = defaultdict(int, {0: 1})
    for number in nums:
        for total, count in list(ways.items()):
            ways[total + number] += count
    return ways[k] - (k == 0)


def longest(nums: list[int], k: int) -> int:
    earliest = {0: 0}
    prefix = best = 0
    for end, number in enumerate(nums, start=1):
        prefix += number
        if prefix - k in earliest:
            best = max(best, end - earliest[prefix - k])
        earliest.setdefault(prefix, end)
    return best


def different_ones(nums: list[int], k: int) -> int:
    n = len(nums)
    return len({tuple(nums[i:j]) for i in range(n) for j in range(i + 1, n + 1) if sum(nums[i:j]) == k})


def two_numbers_or_more(nums: list[int], k: int) -> int:
    n = len(nums)
    return sum(sum(nums[i:j]) == k for i in range(n) for j in range(i + 2, n + 1))


def at_most_k(nums: list[int], k: int) -> int:
    n = len(nums)
    return sum(sum(nums[i:j]) <= k for i in range(n) for j in range(i + 1, n + 1))


def whether_not_how_many(nums: list[int], k: int) -> bool:
    n = len(nums)
    return any(sum(nums[i:j]) == k for i in range(n) for j in range(i + 1, n + 1))


def without_overlap(nums: list[int], k: int) -> int:
    sums, prefix, count = {0}, 0, 0
    for number in nums:
        prefix += number
        if prefix - k in sums:
            sums, prefix, count = {0}, 0, count + 1
        else:
            sums.add(prefix)
    return count


def ends_one_early(nums: list[int], k: int) -> int:
    n = len(nums)
    return sum(sum(nums[i:j]) == k for i in range(n) for j in range(i, n))


def sliding_window_of_one_or_more(nums: list[int], k: int) -> int:
    start = total = count = 0
    for end, number in enumerate(nums):
        total += number
        while total > k and start < end:
            total -= nums[start]
            start += 1
        count += total == k
    return count


def empty_one_counted(nums: list[int], k: int) -> int:
    sums = [0]
    for number in nums:
        sums.append(sums[-1] + number)
    return sum(sums[end] - sums[start] == k for end in range(len(sums)) for start in range(end + 1))


def sums_to_zero(nums: list[int], k: int) -> int:
    sums = [0]
    for number in nums:
        sums.append(sums[-1] + number)
    return sum(sums[end] == sums[start] for end in range(len(sums)) for start in range(end))


def window_without_negatives(nums: list[int], k: int) -> int:
    if k > 0 and min(nums, default=0) >= 0:
        start = total = count = 0
        for number in nums:
            total += number
            while total > k:
                total -= nums[start]
                start += 1
            count += total == k
        return count
    occurred = defaultdict(int, {0: 1})
    prefix = count = 0
    for number in nums:
        prefix += number
        count += occurred[prefix - k]
        occurred[prefix] += 1
    return count


def window_without_negatives_for_any_k(nums: list[int], k: int) -> int:
    if min(nums, default=0) >= 0:
        start = total = count = 0
        for end, number in enumerate(nums):
            total += number
            while total > k and start <= end:
                total -= nums[start]
                start += 1
            count += total == k and start <= end
        return count
    occurred = defaultdict(int, {0: 1})
    prefix = count = 0
    for number in nums:
        prefix += number
        count += occurred[prefix - k]
        occurred[prefix] += 1
    return count


def window_without_negatives_may_be_empty(nums: list[int], k: int) -> int:
    if k >= 0 and min(nums, default=0) >= 0:
        start = total = count = 0
        for number in nums:
            total += number
            while total > k:
                total -= nums[start]
                start += 1
            count += total == k
        return count
    occurred = defaultdict(int, {0: 1})
    prefix = count = 0
    for number in nums:
        prefix += number
        count += occurred[prefix - k]
        occurred[prefix] += 1
    return count


def window_may_be_empty(nums: list[int], k: int) -> int:
    start = total = count = 0
    for end, number in enumerate(nums):
        total += number
        while total > k and start <= end:
            total -= nums[start]
            start += 1
        count += total == k
    return count


def window_without_bounds(nums: list[int], k: int) -> int:
    start = total = count = 0
    for number in nums:
        total += number
        while total > k:
            total -= nums[start]
            start += 1
        count += total == k
    return count


def through_floats(nums: list[int], k: int) -> int:
    occurred = defaultdict(int, {0.0: 1})
    prefix = 0.0
    count = 0
    for number in nums:
        prefix += number
        count += occurred[prefix - k]
        occurred[prefix] += 1
    return count


def through_floats_in_two_loops(nums: list[int], k: int) -> int:
    sums = [0.0]
    for number in nums:
        sums.append(sums[-1] + float(number))
    return sum(sums[j] - sums[i] == float(k) for j in range(len(sums)) for i in range(j))


def pairs_of_numbers(nums: list[int], k: int) -> int:
    n = len(nums)
    return sum(nums[i] + nums[j] == k for i in range(n) for j in range(i + 1, n))


def total_not_reset(nums: list[int], k: int) -> int:
    total = count = 0
    for start in range(len(nums)):
        for number in nums[start:]:
            total += number
            count += total == k
    return count


def tests_before_it_adds(nums: list[int], k: int) -> int:
    count = 0
    for start in range(len(nums)):
        total = 0
        for number in nums[start:]:
            if total > k:
                break
            total += number
            count += total == k
    return count


def stops_at_k(nums: list[int], k: int) -> int:
    count = 0
    for start in range(len(nums)):
        total = 0
        for number in nums[start:]:
            total += number
            if total >= k:
                count += total == k
                break
    return count


def shortest(nums: list[int], k: int) -> int:
    n = len(nums)
    return min((j - i for i in range(n) for j in range(i + 1, n + 1) if sum(nums[i:j]) == k), default=0)


def in_either_order(nums: list[int], k: int) -> int:
    sums = [0]
    for number in nums:
        sums.append(sums[-1] + number)
    n = len(sums)
    return sum(k in (sums[j] - sums[i], sums[i] - sums[j]) for j in range(n) for i in range(j))


def in_either_order_twice_for_zero(nums: list[int], k: int) -> int:
    sums = [0]
    for number in nums:
        sums.append(sums[-1] + number)
    n = len(sums)
    return sum(sums[j] - sums[i] == k for i in range(n) for j in range(n) if i != j)


def in_either_order_and_with_itself(nums: list[int], k: int) -> int:
    sums = [0]
    for number in nums:
        sums.append(sums[-1] + number)
    return sum(end - start == k for start in sums for end in sums)


PROBLEM = Problem(
    id="subarray-sum",
    entries=(subarray_sum,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        Slip(
            "no-empty-prefix",
            "defaultdict(int, {0: 1})",
            "defaultdict(int)",
            "Subarrays that begin at the first number are missing: the empty prefix, of sum 0, has occurred once before "
            "the loop.",
        ),
        Slip(
            "stored-too-early",
            "count += occurred[prefix - k]\n        occurred[prefix] += 1",
            "occurred[prefix] += 1\n        count += occurred[prefix - k]",
            "With k = 0 empty subarrays count, too: look up prefix - k before you store prefix (with two loops over nums[i:j], "
            "start j at i + 1).",
        ),
        Slip(
            "seen-not-counted",
            "occurred[prefix] += 1",
            "occurred[prefix] = 1",
            "A prefix sum that has occurred several times counts once: store how often, not whether (zeros and negative "
            "numbers bring sums back).",
        ),
        Slip(
            "wrong-sign",
            "count += occurred[prefix - k]",
            "count += occurred[prefix + k]",
            "You look up prefix + k, which counts the subarrays of sum -k: prefix - earlier = k gives earlier = prefix - k.",
        ),
        Slip(
            "other-way-round",
            "count += occurred[prefix - k]",
            "count += occurred[k - prefix]",
            "You look up k - prefix, as if two prefixes were added: their difference is the subarray, so earlier = "
            "prefix - k.",
        ),
        Slip(
            "from-the-start-only",
            "count += occurred[prefix - k]",
            "count += prefix == k",
            "Only subarrays that begin at the first number are counted; the others are differences of two prefixes.",
        ),
        Slip(
            "single-numbers",
            "prefix += number",
            "prefix = number",
            "The sums do not accumulate: prefix has to hold the sum of all numbers so far.",
        ),
        FunctionSlip(
            "sliding-window",
            {"subarray_sum": sliding_window},
            "A sliding window needs positive numbers: with zeros or negative ones a longer window may have the same or a "
            "smaller sum. Count prefix sums.",
        ),
        FunctionSlip(
            "first-end-only",
            {"subarray_sum": first_end_only},
            "From each start you stop at the first sum of k; zeros or numbers that cancel can bring it again further on.",
        ),
        FunctionSlip(
            "stops-above-k",
            {"subarray_sum": stops_above_k},
            "You give up a start once its sum exceeds k; a negative number can bring it back.",
        ),
        FunctionSlip(
            "subsets",
            {"subarray_sum": subsets},
            "You count all subsets of sum k; a subarray is contiguous.",
        ),
        FunctionSlip(
            "longest",
            {"subarray_sum": longest},
            "This is the length of the longest subarray of sum k; their number is asked for.",
        ),
        Slip(
            "from-the-start-twice",
            "count += occurred[prefix - k]",
            "count += occurred[prefix - k] + (prefix == k)",
            "Subarrays that begin at the first number count twice: the entry for the empty prefix holds them already, so "
            "`if prefix == k` is too much.",
        ),
        FunctionSlip(
            "different-ones",
            {"subarray_sum": different_ones},
            "Equal subarrays at different places count once for you; each place counts.",
        ),
        FunctionSlip(
            "two-numbers-or-more",
            {"subarray_sum": two_numbers_or_more},
            "A subarray of one number counts too.",
        ),
        Slip(
            "last-number-left-out",
            "for number in nums:",
            "for number in nums[:-1]:",
            "No subarray of yours reaches the last number: nums[i:j] ends before j, so j goes up to len(nums).",
        ),
        FunctionSlip(
            "at-most-k",
            {"subarray_sum": at_most_k},
            "You count subarrays whose sum is at most k; it has to be k exactly.",
        ),
        FunctionSlip(
            "whether-not-how-many",
            {"subarray_sum": whether_not_how_many},
            "You return whether there is such a subarray; their number is asked for.",
        ),
        FunctionSlip(
            "without-overlap",
            {"subarray_sum": without_overlap},
            "After a hit you start afresh, so that subarrays that overlap it are missed; they count, too.",
        ),
        FunctionSlip(
            "ends-one-early",
            {"subarray_sum": ends_one_early},
            "nums[i:j] ends before j, so that your range for j takes in the empty ones and misses those with the last number: "
            "let j run from i + 1 to len(nums).",
        ),
        FunctionSlip(
            "sliding-window-of-one-or-more",
            {"subarray_sum": sliding_window_of_one_or_more},
            "A sliding window needs positive numbers: with zeros or negative ones a longer window may have the same or a "
            "smaller sum. Count prefix sums.",
        ),
        FunctionSlip(
            "empty-one-counted",
            {"subarray_sum": empty_one_counted},
            "For k = 0 you count empty subarrays, one at each place; only non-empty ones count.",
        ),
        FunctionSlip(
            "sums-to-zero",
            {"subarray_sum": sums_to_zero},
            "You count the subarrays whose sum is 0, whatever k is.",
        ),
        FunctionSlip(
            "window-without-negatives",
            {"subarray_sum": window_without_negatives},
            "Where no number is negative and k > 0 you slide a window, which counts one start for each end: zeros at its left "
            "end give several. Count prefix sums there, too.",
        ),
        FunctionSlip(
            "window-without-negatives-for-any-k",
            {"subarray_sum": window_without_negatives_for_any_k},
            "Where no number is negative you slide a window, which counts one start for each end: zeros give several. Count "
            "prefix sums there, too.",
        ),
        FunctionSlip(
            "window-without-negatives-may-be-empty",
            {"subarray_sum": window_without_negatives_may_be_empty},
            "Where no number is negative you slide a window, which counts one start for each end, though zeros give several, "
            "and the empty window where k = 0. Count prefix sums there, too.",
        ),
        FunctionSlip(
            "window-may-be-empty",
            {"subarray_sum": window_may_be_empty},
            "A sliding window needs positive numbers, and yours counts as a hit where it is empty and k = 0. Count prefix sums.",
        ),
        FunctionSlip(
            "window-without-bounds",
            {"subarray_sum": window_without_bounds},
            "A sliding window needs positive numbers: where k is negative, yours goes on dropping numbers that it does not hold "
            "yet. Count prefix sums.",
        ),
        FunctionSlip(
            "through-floats",
            {"subarray_sum": through_floats},
            "The sums are floats, which round large integers: start from 0, not 0.0, and keep NumPy arrays of integers.",
        ),
        FunctionSlip(
            "through-floats-in-two-loops",
            {"subarray_sum": through_floats_in_two_loops},
            "The sums and k are floats, which round large integers: keep Python's integers, or NumPy arrays of them.",
        ),
        FunctionSlip(
            "pairs-of-numbers",
            {"subarray_sum": pairs_of_numbers},
            "You count pairs of numbers that add up to k, as in Two Sum; the sums of contiguous subarrays are asked for: look "
            "up differences of prefix sums.",
        ),
        FunctionSlip(
            "total-not-reset",
            {"subarray_sum": total_not_reset},
            "The sum of one start goes on into the next: set it to 0 inside the loop over the starts.",
        ),
        FunctionSlip(
            "sum-tested-before-it-starts",
            {"subarray_sum": tests_before_it_adds},
            "You give up a start once its sum exceeds k, for a negative k before its first number; a negative number can bring "
            "it back.",
        ),
        FunctionSlip(
            "stops-at-k",
            {"subarray_sum": stops_at_k},
            "From each start you stop once the sum is k or more; zeros or negative numbers can bring k (again) further on.",
        ),
        FunctionSlip(
            "shortest",
            {"subarray_sum": shortest},
            "This is the length of the shortest subarray of sum k; their number is asked for.",
        ),
        Slip(
            "none-for-negative-k",
            "    return count\n",
            "    return count if k >= 0 else 0\n",
            "For k < 0 you answer 0; the numbers may be negative, and so may their sums.",
        ),
        Slip(
            "none-unless-k-is-positive",
            "    return count\n",
            "    return count if k > 0 else 0\n",
            "For k <= 0 you answer 0; the numbers may be negative or 0, and so may their sums.",
        ),
        Slip(
            "zeros-counted-for-zero",
            "    return count\n",
            "    return count if k else nums.count(0)\n",
            "For k = 0 you count the zeros alone; longer subarrays may sum to 0, too: prefix sums need no case of its own.",
        ),
        Slip(
            "none-for-zero",
            "    return count\n",
            "    return count if k else 0\n",
            "For k = 0 you answer 0, as where 0 is read as false; subarrays of zeros, or of both signs, may sum to 0.",
        ),
        FunctionSlip(
            "in-either-order",
            {"subarray_sum": in_either_order},
            "You count pairs of prefix sums whose difference is k in either order, so that a subarray of sum -k counts, too: "
            "the earlier one is subtracted from the later one. Look each up among those before it.",
        ),
        FunctionSlip(
            "in-either-order-twice-for-zero",
            {"subarray_sum": in_either_order_twice_for_zero},
            "You count all pairs of different prefixes, so that a subarray of sum -k counts, too, and for k = 0 each counts "
            "twice: a prefix is looked up among those before it alone.",
        ),
        FunctionSlip(
            "in-either-order-and-with-itself",
            {"subarray_sum": in_either_order_and_with_itself},
            "You count all pairs of prefix sums, whichever comes first, and each with itself: subarrays of sum -k count, too, "
            "and for k = 0 empty ones. A prefix is looked up among those before it alone.",
        ),
    ),
)
