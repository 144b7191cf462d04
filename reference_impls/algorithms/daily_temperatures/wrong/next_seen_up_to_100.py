# slip: looks-up-to-100
# differs on: daily_temperatures([99, 105]) -> [0, 0], should be [1, 0]


def daily_temperatures(t):
    # next day at which each temperature is seen; O(N * 100)
    nxt = {}
    res = [0] * len(t)
    for i in range(len(t) - 1, -1, -1):
        best = None
        for warmer in range(int(t[i]) + 1, 101):
            if warmer in nxt and (best is None or nxt[warmer] < best):
                best = nxt[warmer]
        if best is not None:
            res[i] = best - i
        nxt[t[i]] = i
    return res
