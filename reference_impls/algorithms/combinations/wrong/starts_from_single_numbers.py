# slip: single-numbers-for-zero
# witness: combinations(3, 0) must be [[]], this gives [[1], [2], [3]]
def combinations(n, k):
    level = [[i] for i in range(1, n + 1)]
    for _ in range(k - 1):
        nxt = []
        for c in level:
            for j in range(c[-1] + 1, n + 1):
                nxt.append(c + [j])
        level = nxt
    return level
