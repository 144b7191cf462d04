# slip: first-of-equal-days
def daily_temperatures(t):
    first = {}
    for i, x in enumerate(t):
        first.setdefault(x, i)
    out = [0] * len(t)
    stack = []
    for i, x in enumerate(t):
        while stack and stack[-1] < x:
            j = first[stack.pop()]
            out[j] = i - j
        stack.append(x)
    return out
