# slip: only-courses-in-pairs
from graphlib import CycleError, TopologicalSorter


def course_order(n, prereqs):
    ts = TopologicalSorter()
    for course, needed in prereqs:
        ts.add(course, needed)
    try:
        return list(ts.static_order())
    except CycleError:
        return []
