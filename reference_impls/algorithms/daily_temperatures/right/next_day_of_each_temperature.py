def daily_temperatures(t):
    next_day = {}
    waits = []
    levels = sorted(set(t))
    rank = {x: r for r, x in enumerate(levels)}
    for i in reversed(range(len(t))):
        later = [next_day[r] for r in range(rank[t[i]] + 1, len(levels)) if r in next_day]
        waits.append(min(later) - i if later else 0)
        next_day[rank[t[i]]] = i
    return waits[::-1]
