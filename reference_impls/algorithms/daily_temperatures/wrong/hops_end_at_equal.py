# slip: jumps-stop-at-an-equal-day
def daily_temperatures(t):
    n = len(t)
    ans = [0] * n
    for i in range(n - 2, -1, -1):
        j = i + 1
        while t[j] < t[i]:
            if ans[j] == 0:
                break
            j += ans[j]
        if t[i] < t[j]:
            ans[i] = j - i
    return ans
