# slip: day-of-a-temperature
def daily_temperatures(t):
    where = {}
    ans = [0] * len(t)
    stack = []
    for i, temp in enumerate(t):
        while stack and stack[-1] < temp:
            old = stack.pop()
            ans[where[old]] = i - where[old]
        stack.append(temp)
        where[temp] = i
    return ans
