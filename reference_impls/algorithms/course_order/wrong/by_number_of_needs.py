# slip: sorted-by-number-of-needs
def course_order(n, prereqs):
    needs = [set() for _ in range(n)]
    for c, p in prereqs:
        needs[c].add(p)
    for _ in range(n):
        for c in range(n):
            for p in list(needs[c]):
                needs[c] |= needs[p]
    if any(c in needs[c] for c in range(n)):
        return []
    direct = [sum(a == c for a, _ in prereqs) for c in range(n)]
    return sorted(range(n), key=lambda c: direct[c])
