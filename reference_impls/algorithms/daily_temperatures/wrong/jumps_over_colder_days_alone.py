# slip: equal-is-warmer
def daily_temperatures(t):
    n = len(t)
    answer = [0] * n
    for i in range(n - 2, -1, -1):
        j = i + 1
        while j < n and t[j] < t[i]:
            if answer[j] == 0:
                j = n
            else:
                j += answer[j]
        if j < n:
            answer[i] = j - i
    return answer
