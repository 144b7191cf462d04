# slip: whole-degrees-needed
def daily_temperatures(t):
    top = max(t, default=0)
    nxt, out = {}, []
    for i in reversed(range(len(t))):
        days = [nxt[w] for w in range(t[i] + 1, top + 1) if w in nxt]
        out.append(min(days) - i if days else 0)
        nxt[t[i]] = i
    return out[::-1]
