# slip: temperature-itself
def daily_temperatures(t):
    stack, out = [], [0] * len(t)
    for i in range(len(t) - 1, -1, -1):
        while stack and stack[-1] <= t[i]:
            stack.pop()
        if stack:
            out[i] = stack[-1]
        stack.append(t[i])
    return out
