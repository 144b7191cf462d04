# slip: waits-to-the-end
def daily_temperatures(t):
    n = len(t)
    ans = [n - i - 1 for i in range(n)]
    stack = []
    for i, x in enumerate(t):
        while stack and t[stack[-1]] < x:
            j = stack.pop()
            ans[j] = i - j
        stack.append(i)
    return ans
