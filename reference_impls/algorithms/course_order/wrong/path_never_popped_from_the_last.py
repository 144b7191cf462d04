# slip: path-of-distinct-pairs-never-left-from-the-last
# input: n=4, prereqs=[(1,0),(2,0),(3,1),(3,2)] -> [0,1,2,3], may give [] (3 needs 1 and 2, both need 0)
import sys


def course_order(n, prereqs):
    sys.setrecursionlimit(max(sys.getrecursionlimit(), 2 * n + 1000))
    needs = [[] for _ in range(n)]
    for course, needed in prereqs:
        if needed not in needs[course]:
            needs[course].append(needed)
    done = set()
    order = []

    def visit(c, path):
        if c in path:
            return False
        if c in done:
            return True
        path.add(c)
        for p in needs[c]:
            if not visit(p, path):
                return False
        done.add(c)
        order.append(c)
        return True

    # latest courses first, so that one search covers a whole chain
    for c in reversed(range(n)):
        if not visit(c, set()):
            return []
    return order
