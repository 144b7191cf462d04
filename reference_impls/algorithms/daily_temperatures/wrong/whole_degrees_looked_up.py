# slip: cut-to-whole-degrees
def daily_temperatures(t):
    if not t:
        return []
    high = int(max(t))
    nxt, res = {}, [0] * len(t)
    for i in range(len(t) - 1, -1, -1):
        days = [nxt[w] for w in range(int(t[i]) + 1, high + 1) if w in nxt]
        if days:
            res[i] = min(days) - i
        nxt[t[i]] = i
    return res
