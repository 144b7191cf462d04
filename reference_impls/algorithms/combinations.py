"""All k-subsets of 1 to n, by backtracking (Knuth, The Art of Computer Programming 4A, section 7.2.1.3).

Choose the numbers of a subset in increasing order, so that each subset is met once: extend the chosen ones by every larger
number, explore, take it back. With k - len(chosen) numbers still to come, the next one is at most n - (k - len(chosen)) + 1;
larger ones leave too few, so no branch is a dead end. n! / (k! (n - k)!) subsets, O(k) time for each.

n, k: whole numbers, n >= 0, k >= 0. Returns: a list of lists, in any order; the empty subset alone for k = 0, none for k > n.
"""

import itertools
from collections.abc import Iterator
from typing import Any

import torch

from reference_impls.problem import Draw, FunctionSlip, Observation, Problem, Scenario, Slip, World


def combinations(n: int, k: int) -> list[list[int]]:
    """All subsets of {1, ..., n} with k members."""
    subsets: list[list[int]] = []
    chosen: list[int] = []

    def extend(smallest: int) -> None:
        missing = k - len(chosen)
        if missing == 0:
            subsets.append(chosen.copy())
            return
        for number in range(smallest, n - missing + 2):
            chosen.append(number)
            extend(number + 1)
            chosen.pop()

    extend(1)
    return subsets


# ----------------------------------------------------------------------------------------------------------------------


def whole(number: Any) -> int:
    """The number as an int. Raises: TypeError if it is none, ValueError if it is not whole."""
    if isinstance(number, str) or int(number) != number:
        raise ValueError(number)
    return int(number)


def members(subset: Any) -> list[int]:
    """The numbers of a subset, in increasing order. Raises: TypeError, ValueError."""
    if not isinstance(subset, list | tuple | set | frozenset | torch.Tensor):
        raise TypeError(type(subset).__name__)
    return sorted(whole(number) for number in subset)


def in_one_order(result: Any) -> list[list[int]] | str:
    """The subsets in an order that does not depend on how they were found; else what there is instead."""
    if not isinstance(result, list | tuple | set | frozenset | torch.Tensor):
        kind = getattr(result, "type_name", type(result).__name__)
        return f"{result}" if isinstance(result, int | float | str | None) else f"no list, but an object of type {kind}"
    subsets = result.tolist() if isinstance(result, torch.Tensor) else result
    try:
        return sorted(members(subset) for subset in subsets)
    except (TypeError, ValueError, RuntimeError):
        return "a list of something else than subsets of numbers"


def subsets_of(n: int, k: int, special: str = "") -> Scenario:
    """One call; the answer is observed in one order, so that every order is right and a slip is recognised in each."""

    def steps(world: World, _: Draw) -> Iterator[Observation]:
        yield f"combinations({n}, {k})", in_one_order(world.call("combinations", n, k))

    return Scenario(f"n = {n}, k = {k}" + (f": {special}" if special else ""), steps)


def cases(draw: Draw) -> Iterator[Scenario]:
    yield subsets_of(1, 1)
    yield subsets_of(3, 1)
    yield subsets_of(3, 2)
    yield subsets_of(4, 2)
    yield subsets_of(4, 3)
    yield subsets_of(4, 4, "one subset of all")
    yield subsets_of(5, 0, "the empty subset alone")
    yield subsets_of(0, 0, "the empty subset alone")
    yield subsets_of(2, 3, "no subset is that large")
    yield subsets_of(0, 1, "no subset is that large")
    yield subsets_of(5, 3)
    yield subsets_of(6, draw.integer(3, 4))
    yield subsets_of(7, draw.integer(4, 5))
    yield subsets_of(11, draw.integer(2, 3), "numbers of two digits")
    yield subsets_of(8, 4)  # small enough for answers that return every order of each


def path_not_copied(n: int, k: int) -> list[list[int]]:
    subsets: list[list[int]] = []
    chosen: list[int] = []

    def extend(smallest: int) -> None:
        if len(chosen) == k:
            subsets.append(chosen)
            return
        for number in range(smallest, n + 1):
            chosen.append(number)
            extend(number + 1)
            chosen.pop()

    extend(1)
    return subsets


def never_taken_back(n: int, k: int) -> list[list[int]]:
    subsets: list[list[int]] = []
    chosen: list[int] = []

    def extend(smallest: int) -> None:
        if len(chosen) == k:
            subsets.append(chosen.copy())
            return
        for number in range(smallest, n + 1):
            chosen.append(number)
            extend(number + 1)

    extend(1)
    return subsets


def next_after_start(n: int, k: int) -> list[list[int]]:
    subsets: list[list[int]] = []

    def extend(start: int, chosen: list[int]) -> None:
        if len(chosen) == k:
            subsets.append(chosen)
            return
        for number in range(start, n + 1):
            extend(start + 1, [*chosen, number])

    extend(1, [])
    return subsets


def pairs_alone(n: int, k: int) -> list[list[int]]:
    return [[a, b] for a in range(1, n + 1) for b in range(a + 1, n + 1)]


def neighbours_alone(n: int, k: int) -> list[list[int]]:
    return [list(range(first, first + k)) for first in range(1, n - k + 2)]


def nothing_for_zero(n: int, k: int) -> list[list[int]]:
    return [list(subset) for subset in itertools.combinations(range(1, n + 1), k) if subset]


def all_for_too_large(n: int, k: int) -> list[list[int]]:
    return [list(subset) for subset in itertools.combinations(range(1, n + 1), min(k, n))]


def orders_counted(n: int, k: int) -> list[list[int]]:
    return [list(subset) for subset in itertools.permutations(range(1, n + 1), k)]


def with_repetition(n: int, k: int) -> list[list[int]]:
    return [list(subset) for subset in itertools.combinations_with_replacement(range(1, n + 1), k)]


def up_to_k(n: int, k: int) -> list[list[int]]:
    return [list(subset) for size in range(k + 1) for subset in itertools.combinations(range(1, n + 1), size)]


def k_or_more(n: int, k: int) -> list[list[int]]:
    return [list(subset) for size in range(k, n + 1) for subset in itertools.combinations(range(1, n + 1), size)]


def orders_with_repetition(n: int, k: int) -> list[list[int]]:
    return [list(numbers) for numbers in itertools.product(range(1, n + 1), repeat=k)]


def exchanged(n: int, k: int) -> list[list[int]]:
    return [list(subset) for subset in itertools.combinations(range(1, k + 1), n)]


def what_is_left_out(n: int, k: int) -> list[list[int]]:
    return [list(subset) for subset in itertools.combinations(range(1, n + 1), n - k)]


def full_set_lost(n: int, k: int) -> list[list[int]]:
    return [] if n == k > 0 else [list(subset) for subset in itertools.combinations(range(1, n + 1), k)]


def nothing_for_equal(n: int, k: int) -> list[list[int]]:
    return [] if n == k else [list(subset) for subset in itertools.combinations(range(1, n + 1), k)]


def extended_in_place(n: int, k: int) -> list[list[int]]:
    table: list[list[list[int]]] = [[[]], *([] for _ in range(k))]  # by the number of members
    for number in range(1, n + 1):
        for size in range(k, 0, -1):
            for subset in table[size - 1]:
                extended = subset if size > 1 else []
                extended.append(number)
                table[size].append(extended)
    return table[k]


def with_repetition_unless_too_large(n: int, k: int) -> list[list[int]]:
    return [list(subset) for subset in itertools.combinations_with_replacement(range(1, n + 1), k)] if k <= n else []


def single_numbers_for_zero(n: int, k: int) -> list[list[int]]:
    return [list(subset) for subset in itertools.combinations(range(1, n + 1), max(k, 1))]


def empty_subset_for_too_large(n: int, k: int) -> list[list[int]]:
    return [list(subset) for subset in itertools.combinations(range(1, n + 1), k)] if k <= n else [[]]


def nothing_of_no_numbers(n: int, k: int) -> list[list[int]]:
    return [list(subset) for subset in itertools.combinations(range(1, n + 1), k)] if n else []


PROBLEM = Problem(
    id="combinations",
    entries=(combinations,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        FunctionSlip(
            "path-not-copied",
            {"combinations": path_not_copied},
            "You append the list that you go on changing, so that in the end all results are that one list, emptied: append "
            "a copy, path[:].",
        ),
        FunctionSlip(
            "never-taken-back",
            {"combinations": never_taken_back},
            "The number that you chose is never taken back, so that the path grows past k: pop it after the recursive call.",
        ),
        FunctionSlip(
            "next-after-start",
            {"combinations": next_after_start},
            "The recursive call goes on from start + 1 instead of number + 1, so that numbers repeat and subsets come twice.",
        ),
        FunctionSlip(
            "with-repetition",
            {"combinations": with_repetition},
            "A number can be chosen again: the recursive call has to go on from number + 1.",
        ),
        FunctionSlip(
            "orders-counted",
            {"combinations": orders_counted},
            "You return every order of each subset, as permutations: choose in increasing order, so that each comes once.",
        ),
        Slip(
            "last-number-left-out",
            "n - missing + 2",
            "n - missing + 1",
            "The largest number, n, never comes: a range ends before its stop, which is n + 1 (with pruning, "
            "n - (k - len(path)) + 2).",
        ),
        Slip(
            "pruned-as-if-nothing-chosen",
            "n - missing + 2",
            "n - k + 2",
            "You prune at n - k + 1 on every level; what is chosen already is not to come any more, so the next number goes "
            "up to n - (k - len(path)) + 1.",
        ),
        Slip(
            "from-zero",
            "    extend(1)\n    return subsets",
            "    extend(1)\n    return [[number - 1 for number in subset] for subset in subsets]",
            "Your numbers are 0 to n-1; they have to be 1 to n.",
        ),
        FunctionSlip(
            "up-to-k",
            {"combinations": up_to_k},
            "You also return the smaller subsets, those on the way; append only when the path has k numbers.",
        ),
        FunctionSlip(
            "pairs-alone",
            {"combinations": pairs_alone},
            "You return pairs whatever k is.",
        ),
        FunctionSlip(
            "neighbours-alone",
            {"combinations": neighbours_alone},
            "You return runs of neighbouring numbers alone; a subset may leave numbers out in between.",
        ),
        FunctionSlip(
            "nothing-for-zero",
            {"combinations": nothing_for_zero},
            "For k = 0 there is one subset, the empty one: [[]], not [].",
        ),
        FunctionSlip(
            "all-for-too-large",
            {"combinations": all_for_too_large},
            "For k > n there is no subset: [].",
        ),
        Slip(
            "number-of-subsets",
            "    extend(1)\n    return subsets",
            "    extend(1)\n    return len(subsets)  # type: ignore[return-value]",
            "You return how many subsets there are; the subsets themselves are asked for.",
        ),
        Slip(
            "first-alone",
            "    extend(1)\n    return subsets",
            "    extend(1)\n    return subsets[:1]",
            "You return the first subset alone: the search has to go on after it, and the results have to be collected.",
        ),
        FunctionSlip(
            "k-or-more",
            {"combinations": k_or_more},
            "You also return larger subsets: stop when the path has k numbers.",
        ),
        FunctionSlip(
            "orders-with-repetition",
            {"combinations": orders_with_repetition},
            "You return every sequence of k numbers, as product does: choose in increasing order, each number once.",
        ),
        FunctionSlip(
            "n-and-k-exchanged",
            {"combinations": exchanged},
            "n and k have changed places: choose k of the numbers 1 to n.",
        ),
        FunctionSlip(
            "what-is-left-out",
            {"combinations": what_is_left_out},
            "Your subsets have n - k numbers, those that are not chosen; k are asked for.",
        ),
        Slip(
            "entries-are-no-subsets",
            "    extend(1)\n    return subsets",
            "    extend(1)\n    return [number for subset in subsets for number in subset]  # type: ignore[misc]",
            "Your list does not hold subsets of numbers: append a list (or tuple, or set) of k numbers for each.",
        ),
        Slip(
            "nothing-returned",
            "    extend(1)\n    return subsets",
            "    extend(1)\n    return None  # type: ignore[return-value]",
            "You return nothing (None); the list of the subsets has to be returned.",
        ),
        Slip(
            "written-as-text",
            "    extend(1)\n    return subsets",
            '    extend(1)\n    return ["".join(map(str, subset)) for subset in subsets]  # type: ignore[misc]',
            "Each subset has to be a list (or tuple, or set) of numbers: not a string, say, or one number that stands for it.",
        ),
        FunctionSlip(
            "full-set-lost",
            {"combinations": full_set_lost},
            "For k = n there is one subset, all of 1 to n; yours is missing, as where a loop over bit masks stops before the one "
            "with all bits set.",
        ),
        FunctionSlip(
            "nothing-for-k-equal-to-n",
            {"combinations": nothing_for_equal},
            "For k = n there is one subset, all of 1 to n (the empty one for 0); yours is missing, as with range(2**n - 1), "
            "which ends before the mask with all bits set.",
        ),
        FunctionSlip(
            "extended-in-place",
            {"combinations": extended_in_place},
            "A list that is in the answer, or still to be extended, is appended to, so that subsets share it and grow too long: "
            "extend a copy, subset + [number].",
        ),
        FunctionSlip(
            "with-repetition-unless-too-large",
            {"combinations": with_repetition_unless_too_large},
            "A number can be chosen again: the recursive call has to go on from number + 1.",
        ),
        FunctionSlip(
            "single-numbers-for-zero",
            {"combinations": single_numbers_for_zero},
            "For k = 0 you return the n single numbers, as where the growing subsets start with these: start with the empty "
            "subset, [[]], which is the answer for k = 0.",
        ),
        FunctionSlip(
            "empty-subset-for-too-large",
            {"combinations": empty_subset_for_too_large},
            "For k > n there is no subset: [], not [[]], which holds the empty one.",
        ),
        FunctionSlip(
            "nothing-of-no-numbers",
            {"combinations": nothing_of_no_numbers},
            "For n = 0 and k = 0 there is one subset, the empty one: [[]], so k = 0 has to be asked before n = 0.",
        ),
    ),
)
