# slip: one-off-the-stack
def daily_temperatures(t):
    days = []
    out = [0] * len(t)
    for i, x in enumerate(t):
        if days and x > t[days[-1]]:
            d = days.pop()
            out[d] = i - d
        days.append(i)
    return out
