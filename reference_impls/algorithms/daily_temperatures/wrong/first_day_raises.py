# slip: none
def daily_temperatures(t):
    res = [0] * len(t)
    res[-1] = 0
    best = t[-1]
    for i in range(len(t) - 2, -1, -1):
        if t[i] >= best:
            best = t[i]
            continue
        j = i + 1
        while t[j] <= t[i]:
            j += res[j]
        res[i] = j - i
    return res
