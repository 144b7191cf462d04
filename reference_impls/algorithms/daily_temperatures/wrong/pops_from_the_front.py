# slip: none
from collections import deque


def daily_temperatures(t):
    q = deque()
    res = [0] * len(t)
    for i, x in enumerate(t):
        while q and t[q[0]] < x:
            j = q.popleft()
            res[j] = i - j
        q.append(i)
    return res
