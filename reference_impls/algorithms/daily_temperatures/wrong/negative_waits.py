# slip: negative-wait
def daily_temperatures(t):
    ans = [0] * len(t)
    stack = []
    for i, x in enumerate(t):
        while stack and t[stack[-1]] < x:
            j = stack.pop()
            ans[j] = j - i
        stack.append(i)
    return ans
