# slip: table-of-101
def daily_temperatures(temperatures):
    n = len(temperatures)
    nxt = [float("inf")] * 101
    answer = [0] * n
    for i in range(n - 1, -1, -1):
        warmer = min((nxt[x] for x in range(temperatures[i] + 1, 101)), default=float("inf"))
        if warmer != float("inf"):
            answer[i] = warmer - i
        nxt[temperatures[i]] = i
    return answer
