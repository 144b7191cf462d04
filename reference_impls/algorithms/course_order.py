"""An order in which all courses can be taken: topological sort by in-degrees (Kahn 1962, CACM 5(11), 558-562).

Keep for each course the number of pairs that still hold it back, and for each the courses that wait for it. Take any course
that nothing holds back, release those that wait for it, repeat. Courses on a cycle, and all that wait for them, are never
released: an order of fewer than n courses means that there is a cycle. O(n + pairs) time and memory.

n: courses 0 to n-1. prereqs: pairs (course, needed), `needed` has to come first; a pair may occur twice, which is harmless
because it is counted and released as often as it occurs.

Returns: a list of all n courses, one of possibly many; [] when there is a cycle (a course that needs itself is one).
"""

from collections import deque
from collections.abc import Iterator
from typing import Any

import torch

from reference_impls.problem import Broken, Case, Draw, FunctionSlip, Law, Problem, Slip, World, expect


def course_order(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    """All courses, each after those that it needs."""
    waiting: list[list[int]] = [[] for _ in range(n)]  # waiting[a]: courses that need a
    unmet = [0] * n
    for course, needed in prereqs:
        waiting[needed].append(course)
        unmet[course] += 1
    ready = deque(course for course in range(n) if unmet[course] == 0)
    order: list[int] = []
    while ready:
        done = ready.popleft()
        order.append(done)
        for course in waiting[done]:
            unmet[course] -= 1
            if unmet[course] == 0:
                ready.append(course)
    return order if len(order) == n else []


# ----------------------------------------------------------------------------------------------------------------------


Pairs = list[tuple[int, int]]


def shuffled(draw: Draw, pairs: Pairs) -> Pairs:
    """The same pairs in a random order."""
    return [pairs[i] for i in draw.permutation(len(pairs))]


def chain(draw: Draw, n: int, *shortcuts: tuple[int, int]) -> tuple[list[int], Pairs]:
    """Pairs with one valid order alone, and that order; shortcuts (later, earlier) are places in it."""
    order = draw.permutation(n)
    places = [(place, place - 1) for place in range(1, n)] + list(shortcuts)
    return order, [(order[later], order[earlier]) for later, earlier in places]


def forward_pairs(draw: Draw, order: list[int], density: float) -> Pairs:
    """Random pairs that the order satisfies."""
    n = len(order)
    linked = draw.booleans(n, n, p=density).tolist()
    return [(order[later], order[earlier]) for later in range(n) for earlier in range(later) if linked[later][earlier]]


def cases(draw: Draw) -> Iterator[Case]:
    """One valid order each, or none, so that an answer is right or wrong whatever its algorithm; `laws` has the rest."""
    yield Case("one course, no pairs", (1, []))
    yield Case("course 0 needs course 1", (2, [(0, 1)]))
    yield Case("a chain", (5, shuffled(draw, chain(draw, 5)[1])))
    yield Case("a course with several that it needs", (6, shuffled(draw, chain(draw, 6, (5, 0), (5, 2), (3, 1))[1])))
    yield Case("a chain of forty", (40, shuffled(draw, chain(draw, 40, (39, 0), (31, 7), (20, 18))[1])))
    order, pairs = chain(draw, 5, (4, 0))
    yield Case("pairs that occur twice or three times", (5, shuffled(draw, pairs + pairs[:3] + pairs[1:2])))
    yield Case("a course that needs itself", (1, [(0, 0)]))
    order, pairs = chain(draw, 4)
    yield Case("the last of a chain needs itself", (4, shuffled(draw, [*pairs, (order[3], order[3])])))
    yield Case("two courses that need each other", (2, [(0, 1), (1, 0)]))
    order, pairs = chain(draw, 6)
    yield Case("a cycle behind a chain", (6, shuffled(draw, [*pairs, (order[3], order[5])])))
    order, pairs = chain(draw, 5)
    yield Case("a cycle through all courses", (5, shuffled(draw, [*pairs, (order[0], order[4])])))
    yield Case("a chain, and a cycle apart from it", (6, [(0, 1), (1, 2), (3, 4), (4, 5), (5, 3)]))


def listed(result: Any) -> list[int]:
    """The courses of an answer. Raises: Broken if it is no sequence of numbers."""
    try:
        return [int(course) for course in result]
    except (TypeError, ValueError):
        raise Broken(f"expected a list of courses, got {type(result).__name__}", "no-list") from None


def every_course_comes_after_those_it_needs(world: World, draw: Draw) -> None:
    for n, density in ((3, 0.0), (6, 0.3), (9, 0.2), (12, 0.4), (30, 0.1), (60, 0.05)):
        forward = forward_pairs(draw, draw.permutation(n), density)
        pairs = shuffled(draw, forward + forward[: n // 4])
        got = listed(world.call("course_order", n, pairs))
        shown = f"n = {n}, prereqs = {pairs}" if n < 10 else f"n = {n}, {len(pairs)} pairs without a cycle"
        expect(bool(got), f"{shown}: an order exists, the answer is empty", "empty")
        expect(sorted(got) == list(range(n)), f"{shown}: {got} does not hold every course once", "every-course-once")
        place = {course: index for index, course in enumerate(got)}
        early = [(course, needed) for course, needed in pairs if place[course] < place[needed]]
        expect(not early, f"{shown}: in {got}, {early[:1]} stand in the wrong order", "wrong-order")


def a_cycle_anywhere_gives_an_empty_list(world: World, draw: Draw) -> None:
    for n, length in ((5, 2), (8, 3), (12, 7), (30, 4)):
        order = draw.permutation(n)
        start = draw.integer(0, n - length)
        ring = order[start : start + length]
        pairs = shuffled(draw, [*forward_pairs(draw, order, 0.15), *zip(ring, ring[1:] + ring[:1], strict=True)])
        got = listed(world.call("course_order", n, pairs))
        expect(not got, f"n = {n}: {ring} need each other in a ring, yet the answer is {got}", "cycle")


def depth_first_without_colours(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    needs: list[list[int]] = [[] for _ in range(n)]
    for course, needed in prereqs:
        needs[course].append(needed)
    seen: set[int] = set()
    order: list[int] = []

    def take(course: int) -> None:
        if course not in seen:
            seen.add(course)
            for needed in needs[course]:
                take(needed)
            order.append(course)

    for course in range(n):
        take(course)
    return order


def finished_is_a_cycle(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    needs: list[list[int]] = [[] for _ in range(n)]
    for course, needed in prereqs:
        needs[course].append(needed)
    seen: set[int] = set()
    order: list[int] = []

    def take(course: int) -> bool:
        if course in seen:
            return False
        seen.add(course)
        if not all(take(needed) for needed in needs[course]):
            return False
        order.append(course)
        return True

    return order if all(take(course) for course in range(n) if course not in seen) else []


def only_courses_in_pairs(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    waiting: dict[int, list[int]] = {}
    unmet: dict[int, int] = {}
    for course, needed in prereqs:
        waiting.setdefault(needed, []).append(course)
        unmet[course] = unmet.get(course, 0) + 1
        unmet.setdefault(needed, 0)
    ready = deque(sorted(course for course in unmet if unmet[course] == 0))
    order: list[int] = []
    while ready:
        done = ready.popleft()
        order.append(done)
        for course in waiting.get(done, []):
            unmet[course] -= 1
            if unmet[course] == 0:
                ready.append(course)
    return order if len(order) == len(unmet) else []


def whether_possible(n: int, prereqs: list[tuple[int, int]]) -> bool:
    left = set(range(n))
    while free := {c for c in left if not any(a == c and b in left for a, b in prereqs)}:
        left -= free
    return not left


def sorted_by_shortest_chain(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    waiting: list[list[int]] = [[] for _ in range(n)]
    unmet = [0] * n
    for course, needed in prereqs:
        waiting[needed].append(course)
        unmet[course] += 1
    level = {course: 0 for course in range(n) if unmet[course] == 0}
    free = list(level)
    for done in free:
        for course in waiting[done]:
            unmet[course] -= 1
            if unmet[course] == 0:
                free.append(course)
    queue = deque(level)
    while queue:
        done = queue.popleft()
        for course in waiting[done]:
            if course not in level:
                level[course] = level[done] + 1
                queue.append(course)
    return sorted(range(n), key=lambda course: level[course]) if len(free) == n else []


def path_of_distinct_pairs_never_left(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    needs: list[dict[int, None]] = [{} for _ in range(n)]
    for course, needed in prereqs:
        needs[course][needed] = None
    order: dict[int, None] = {}

    def take(course: int, path: set[int]) -> bool:
        if course in path:
            return False
        if course not in order:
            path.add(course)
            if not all(take(needed, path) for needed in needs[course]):
                return False
            order[course] = None
        return True

    return list(order) if all(take(course, set()) for course in range(n)) else []


def path_to_later_courses_never_left(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    waiting: list[list[int]] = [[] for _ in range(n)]
    for course, needed in prereqs:
        waiting[needed].append(course)
    finished: dict[int, None] = {}

    def leave(course: int, path: set[int]) -> bool:
        if course in path:
            return False
        if course not in finished:
            path.add(course)
            if not all(leave(later, path) for later in waiting[course]):
                return False
            finished[course] = None
        return True

    return list(finished)[::-1] if all(leave(course, set()) for course in range(n)) else []


def path_of_distinct_pairs_never_left_from_the_last(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    needs: list[dict[int, None]] = [{} for _ in range(n)]
    for course, needed in prereqs:
        needs[course][needed] = None
    order: dict[int, None] = {}

    def take(course: int, path: set[int]) -> bool:
        if course in path:
            return False
        if course not in order:
            path.add(course)
            if not all(take(needed, path) for needed in needs[course]):
                return False
            order[course] = None
        return True

    return list(order) if all(take(course, set()) for course in reversed(range(n))) else []


def one_path_for_all(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    needs: list[list[int]] = [[] for _ in range(n)]
    for course, needed in prereqs:
        needs[course].append(needed)
    path: set[int] = set()
    order: dict[int, None] = {}

    def take(course: int) -> bool:
        if course in path:
            return False
        if course not in order:
            path.add(course)
            if not all(take(needed) for needed in needs[course]):
                return False
            order[course] = None
        return True

    return list(order) if all(take(course) for course in range(n)) else []


def sorted_by_number_of_needs(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    waiting: list[list[int]] = [[] for _ in range(n)]
    unmet = [0] * n
    for course, needed in prereqs:
        waiting[needed].append(course)
        unmet[course] += 1
    many = list(unmet)
    free = [course for course in range(n) if unmet[course] == 0]
    for done in free:
        for course in waiting[done]:
            unmet[course] -= 1
            if unmet[course] == 0:
                free.append(course)
    return sorted(range(n), key=lambda course: many[course]) if len(free) == n else []


def before_its_needs(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    needs: list[list[int]] = [[] for _ in range(n)]
    for course, needed in prereqs:
        needs[course].append(needed)
    state = [0] * n
    order: list[int] = []

    def take(course: int) -> bool:
        if state[course]:
            return state[course] == 2
        state[course] = 1
        order.append(course)
        if not all(take(needed) for needed in needs[course]):
            return False
        state[course] = 2
        return True

    return order[::-1] if all(take(course) for course in range(n)) else []


def before_those_that_wait(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    waiting: list[list[int]] = [[] for _ in range(n)]
    for course, needed in prereqs:
        waiting[needed].append(course)
    state = [0] * n
    order: list[int] = []

    def take(course: int) -> bool:
        if state[course]:
            return state[course] == 2
        state[course] = 1
        order.append(course)
        if not all(take(later) for later in waiting[course]):
            return False
        state[course] = 2
        return True

    return order if all(take(course) for course in range(n)) else []


def levels(n: int, prereqs: list[tuple[int, int]]) -> list[list[int]]:
    left, result = set(range(n)), []
    while free := sorted(c for c in left if not any(a == c and b in left for a, b in prereqs)):
        result.append(free)
        left -= set(free)
    return [] if left else result


def only_courses_in_pairs_unless_there_are_none(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    left = dict.fromkeys(course for pair in prereqs for course in pair) if prereqs else dict.fromkeys(range(n))
    order: list[int] = []
    while free := [c for c in left if not any(a == c and b in left for a, b in prereqs)]:
        order += free
        left = {course: None for course in left if course not in free}
    return [] if left else order


def one_start_alone(n: int, prereqs: list[tuple[int, int]]) -> list[int]:
    waiting: list[list[int]] = [[] for _ in range(n)]
    unmet = [0] * n
    for course, needed in prereqs:
        waiting[needed].append(course)
        unmet[course] += 1
    order = [course for course in range(n) if unmet[course] == 0][:1]
    for done in order:
        for course in waiting[done]:
            unmet[course] -= 1
            if unmet[course] == 0:
                order.append(course)
    return order if len(order) == n else []


PROBLEM = Problem(
    id="course-order",
    entries=(course_order,),
    cases=cases,
    laws=(
        Law("every course comes after those it needs", every_course_comes_after_those_it_needs),
        Law("a cycle anywhere gives an empty list", a_cycle_anywhere_gives_an_empty_list),
    ),
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        Slip(
            "reversed",
            "waiting[needed].append(course)\n        unmet[course] += 1",
            "waiting[course].append(needed)\n        unmet[needed] += 1",
            "Every course comes before those that it needs: a pair is (course, needed first). In a depth-first search "
            "along course -> needed the order of finishing is already right; along needed -> course reverse it.",
        ),
        Slip(
            "part-of-the-order",
            "return order if len(order) == n else []",
            "return order",
            "With a cycle you return the courses that can be taken; the spec wants [] when not all n can: compare the "
            "length with n.",
        ),
        Slip(
            "none-on-cycle",
            "len(order) == n else []",
            "len(order) == n else None  # type: ignore[return-value]",
            "With a cycle you return None; the spec wants an empty list.",
        ),
        FunctionSlip(
            "cycle-not-seen",
            {"course_order": depth_first_without_colours},
            "With a cycle you still list all n courses: one set of visited courses cannot tell 'being visited' (a cycle) "
            "from 'finished'. Keep three states, or count in-degrees.",
        ),
        Slip(
            "first-visit",
            "if unmet[course] == 0:\n                ready.append(course)",
            "if unmet[course] >= 0:\n                unmet[course] = -n * n\n                ready.append(course)",
            "A course is taken as soon as one of those it needs is done, as in a breadth-first search; wait until its "
            "in-degree reaches 0.",
        ),
        Slip(
            "duplicates-counted-once",
            "waiting[needed].append(course)\n        unmet[course] += 1",
            "waiting[needed] += [course] if course not in waiting[needed] else []\n        unmet[course] += 1",
            "A pair that occurs twice raises the in-degree twice but is released once, as if it were a cycle: count it in "
            "both tables, or drop repeated pairs first.",
        ),
        Slip(
            "self-loop-ignored",
            "for course, needed in prereqs:",
            "for course, needed in [pair for pair in prereqs if pair[0] != pair[1]]:",
            "A pair of a course with itself is skipped; such a course can never be taken, so the answer is [].",
        ),
        FunctionSlip(
            "finished-is-a-cycle",
            {"course_order": finished_is_a_cycle},
            "You report a cycle wherever a course is met a second time; that is one only if the course is still being "
            "visited. A finished one may be needed by many.",
        ),
        FunctionSlip(
            "only-courses-in-pairs",
            {"course_order": only_courses_in_pairs},
            "Courses that occur in no pair are missing: all of 0 to n-1 have to be listed, so start from range(n).",
        ),
        FunctionSlip(
            "whether-possible",
            {"course_order": whether_possible},
            "You return whether all courses can be taken (true or false); an order of them is asked for.",
        ),
        FunctionSlip(
            "sorted-by-shortest-chain",
            {"course_order": sorted_by_shortest_chain},
            "The courses are sorted by the length of their shortest chain, as a breadth-first search finds it; a "
            "course has to wait for the longest: count in-degrees, or take 1 + the largest level of those it "
            "needs.",
        ),
        FunctionSlip(
            "path-of-distinct-pairs-never-left",
            {"course_order": path_of_distinct_pairs_never_left},
            "Two ways to one course are taken for a cycle, as where a set of the courses on the path is never reduced (take a "
            "course out of it when you leave it), or where union-find ignores the direction of the pairs.",
        ),
        FunctionSlip(
            "path-to-later-courses-never-left",
            {"course_order": path_to_later_courses_never_left},
            "Two ways to one course are taken for a cycle, as where a set of the courses on the path is never reduced (take a "
            "course out of it when you leave it), or where union-find ignores the direction of the pairs.",
        ),
        FunctionSlip(
            "path-of-distinct-pairs-never-left-from-the-last",
            {"course_order": path_of_distinct_pairs_never_left_from_the_last},
            "Two ways to one course are taken for a cycle, as where a set of the courses on the path is never reduced (take a "
            "course out of it when you leave it), or where union-find ignores the direction of the pairs.",
        ),
        FunctionSlip(
            "one-path-for-all",
            {"course_order": one_path_for_all},
            "You see cycles where there are none, as where a course that has been taken is reported as one when its own turn "
            "comes (take it off the path at its end, and look first whether it is finished), or where one pass from 0 to n-1 "
            "leaves out all that is not free yet (keep a queue, or pass again until nothing is).",
        ),
        FunctionSlip(
            "sorted-by-number-of-needs",
            {"course_order": sorted_by_number_of_needs},
            "The courses are sorted by how many pairs they stand first in; a course with few needs may wait for one with many. "
            "Lower the in-degrees as courses are taken.",
        ),
        FunctionSlip(
            "before-its-needs",
            {"course_order": before_its_needs},
            "A course is listed when its visit begins, and the list is turned round: another one that it needs may be listed "
            "by an earlier visit. List it when its visit ends, after all that it needs.",
        ),
        FunctionSlip(
            "before-those-that-wait",
            {"course_order": before_those_that_wait},
            "A course is listed when its visit begins, though others that it needs may not be listed yet: along needed -> "
            "course, list it when its visit ends, and reverse.",
        ),
        FunctionSlip(
            "levels",
            {"course_order": levels},
            "You return lists of the courses that can be taken together; one list of all courses is asked for.",
        ),
        Slip(
            "one-need-each",
            "for course, needed in prereqs:",
            "for course, needed in dict(prereqs).items():",
            "Of the pairs of one course you keep the last alone, as a dict from course to needed does; a course may need "
            "several, so keep a list for each.",
        ),
        Slip(
            "one-waits-for-each",
            "for course, needed in prereqs:",
            "for needed, course in {needed: course for course, needed in prereqs}.items():",
            "Of the courses that need the same one you keep the last alone, as a dict from needed to course does; several may, "
            "so keep a list for each.",
        ),
        FunctionSlip(
            "only-courses-in-pairs-unless-there-are-none",
            {"course_order": only_courses_in_pairs_unless_there_are_none},
            "As soon as there are pairs, courses that occur in none are missing: all of 0 to n-1 have to be listed, so start "
            "from range(n).",
        ),
        FunctionSlip(
            "one-start-alone",
            {"course_order": one_start_alone},
            "You start from the first course that nothing holds back, and from no other: put all whose in-degree is 0 into the "
            "queue.",
        ),
        Slip(
            "raises-on-cycle",
            "return order if len(order) == n else []",
            'if len(order) < n:\n        raise ValueError("cycle")\n    return order',
            "With a cycle you raise an error; the spec wants an empty list.",
        ),
    ),
)
