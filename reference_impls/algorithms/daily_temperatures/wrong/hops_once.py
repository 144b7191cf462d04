# slip: one-jump-alone
# input: t = [80, 60, 70, 90]: day 0 gives 0, right is 3
def daily_temperatures(t):
    n = len(t)
    res = [0] * n
    for i in range(n - 2, -1, -1):
        j = i + 1
        if t[j] <= t[i] and res[j]:
            j += res[j]
        if t[j] > t[i]:
            res[i] = j - i
    return res
