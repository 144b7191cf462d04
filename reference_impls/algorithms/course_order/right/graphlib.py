from graphlib import CycleError, TopologicalSorter


def course_order(n, prereqs):
    sorter = TopologicalSorter({course: [] for course in range(n)})
    for course, needed in prereqs:
        sorter.add(course, needed)
    try:
        return tuple(sorter.static_order())
    except CycleError:
        return ()
