# slip: goes-round
def daily_temperatures(t):
    n = len(t)
    ans = [0] * n
    stack = []
    for i in range(2 * n):
        while stack and t[stack[-1]] < t[i % n]:
            j = stack.pop()
            ans[j] = i - j
        if i < n:
            stack.append(i)
    return ans
