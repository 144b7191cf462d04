import heapq


def daily_temperatures(t):
    waiting, answer = [], [0 for _ in t]
    for i, x in enumerate(t):
        while waiting and waiting[0][0] < x:
            j = heapq.heappop(waiting)[1]
            answer[j] = i - j
        heapq.heappush(waiting, (x, i))
    return tuple(answer)
