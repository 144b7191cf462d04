# slip: when-its-visit-begins-even-on-a-cycle
def course_order(n, prereqs):
    needs = {i: [] for i in range(n)}
    for c, p in prereqs:
        needs[c].append(p)
    seen, out = set(), []
    def go(c):
        if c in seen:
            return
        seen.add(c)
        out.append(c)
        for p in needs[c]:
            go(p)
    for i in range(n):
        go(i)
    return out
