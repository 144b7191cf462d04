def combinations(n, k):
    res = [[]]
    for _ in range(k):
        res = [c + [x] for c in res for x in range(1, (c[-1] if c else n + 1))]
    return res
