# slip: last-day-first
def daily_temperatures(t):
    stack, out = [], []
    for i in reversed(range(len(t))):
        while stack and t[stack[-1]] <= t[i]:
            stack.pop()
        out.append(stack[-1] - i if stack else 0)
        stack.append(i)
    return out
