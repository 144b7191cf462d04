def daily_temperatures(t):
    nxt = {}
    s = []
    for i, x in enumerate(t):
        while s and t[s[-1]] < x:
            nxt[s.pop()] = i
        s.append(i)
    for i in range(len(t)):
        yield nxt.get(i, i) - i
