# slip: none
def daily_temperatures(t):
    stack, out = [], []
    while t:
        x = t.pop()
        i = len(t)
        while stack and stack[-1][0] <= x:
            stack.pop()
        out.append(stack[-1][1] - i if stack else 0)
        stack.append((x, i))
    return out[::-1]
