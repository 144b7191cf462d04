# slip: looks-up-to-100
# input: t = [98, 104, 99]: gives [2, 0, 0], right is [1, 0, 0]
def daily_temperatures(t):
    """At most about 100 different temperatures, so O(100 N) = O(N)."""
    soonest = {}
    res = [0] * len(t)
    for i in range(len(t) - 1, -1, -1):
        best = None
        for w in range(int(t[i]) + 1, 101):
            j = soonest.get(w)
            if j is not None and (best is None or j < best):
                best = j
        if best is not None:
            res[i] = best - i
        soonest[t[i]] = i
    return res
