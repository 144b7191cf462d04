# slip: range-up-to-100
def daily_temperatures(t):
    nxt = {}
    r = [0] * len(t)
    for i in range(len(t) - 1, -1, -1):
        c = [nxt[w] for w in range(t[i] + 1, 101) if w in nxt]
        r[i] = min(c) - i if c else 0
        nxt[t[i]] = i
    return r
