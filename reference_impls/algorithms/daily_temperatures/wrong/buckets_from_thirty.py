# slip: none
def daily_temperatures(t):
    last = [None] * 101
    out = [0] * len(t)
    for i in range(len(t) - 1, -1, -1):
        days = [last[w] - i for w in range(t[i] + 1, 101) if last[w] is not None]
        if days:
            out[i] = min(days)
        last[t[i]] = i
    return out
