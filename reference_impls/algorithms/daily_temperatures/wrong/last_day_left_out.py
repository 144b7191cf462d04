# slip: last-day-left-out
def daily_temperatures(t):
    ans = [0] * len(t)
    stack = []
    for i in range(len(t) - 1):
        while stack and t[stack[-1]] < t[i]:
            j = stack.pop()
            ans[j] = i - j
        stack.append(i)
    return ans
