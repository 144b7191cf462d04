def daily_temperatures(t):
    from bisect import bisect_right
    vals = sorted(set(t)); nxt = {}
    out = []
    stack = []
    for i in range(len(t) - 1, -1, -1):
        while stack and stack[-1][0] <= t[i]: stack.pop()
        out.append(stack[-1][1] - i if stack else 0)
        stack.append((t[i], i))
    return out[::-1]
