def combinations(n, k):
    cur = {frozenset()}
    for _ in range(k):
        cur = {s | {x} for s in cur for x in range(1, n + 1) if x not in s}
    return cur
