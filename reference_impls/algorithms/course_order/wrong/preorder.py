# slip: before-those-that-wait
def course_order(n, prereqs):
    unlocks = {c: [] for c in range(n)}
    for a, b in prereqs:
        unlocks[b].append(a)
    active, done, out = set(), set(), []

    def visit(c):
        if c in active:
            raise RecursionError
        if c in done:
            return
        active.add(c)
        out.append(c)
        for d in unlocks[c]:
            visit(d)
        active.remove(c)
        done.add(c)

    try:
        for c in range(n):
            visit(c)
    except RecursionError:
        return []
    return out
