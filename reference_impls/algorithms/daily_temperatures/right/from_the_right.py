def daily_temperatures(t):
    n = len(t)
    res = [0] * n
    stack = []
    for i in range(n - 1, -1, -1):
        while stack and t[stack[-1]] <= t[i]:
            stack.pop()
        if stack:
            res[i] = stack[-1] - i
        stack.append(i)
    return res
