def daily_temperatures(temps):
    out = [0] * len(temps); s = []
    for i in reversed(range(len(temps))):
        while s and temps[s[-1]] <= temps[i]: s.pop()
        out[i] = s[-1] - i if s else 0
        s.append(i)
    return out
