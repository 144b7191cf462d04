# slip: levels
def course_order(n, prereqs):
    needs = {c: set() for c in range(n)}
    for c, p in prereqs:
        needs[c].add(p)
    semesters = []
    while needs:
        now = [c for c in needs if not needs[c] & needs.keys()]
        if not now:
            return []
        semesters.append(now)
        for c in now:
            del needs[c]
    return semesters
