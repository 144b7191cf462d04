# slip: tomorrows-wait-and-one
def daily_temperatures(t):
    ans = [0] * len(t)
    for i in range(len(t) - 2, -1, -1):
        if t[i + 1] > t[i]:
            ans[i] = 1
        elif ans[i + 1] > 0:
            ans[i] = 1 + ans[i + 1]
    return ans
