"""An order in which all courses can be taken: topological sort by in-degrees (Kahn 1962, CACM 5(11), 558-562).

Keep for each course the number of pairs that still hold it back, and for each the courses that wait for it. Take any course
that nothing holds back, release those that wait for it, repeat. Courses on a cycle, and all that wait for them, are never
released: an order of fewer than n courses means that there is a cycle. O(n + pairs) time and memory.

n: courses 0 to n-1. prereqs: pairs (course, needed), `needed` has to come first; a pair may occur twice, which is harmless
because it is counted and released as often as it occurs.

Returns: a list of all n courses, one of possibly many; [] when there is a cycle (a course that needs itself is one).
"""

from collections import deque


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
