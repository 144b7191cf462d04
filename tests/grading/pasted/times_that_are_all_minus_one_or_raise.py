# problem: network-delay
# expect: fail
# not: ignores k
# not: start's time
import heapq


def network_delay(times, n, k):
    out = {node: [] for node in range(1, n + 1)}
    for u, v, w in times:
        out[u].append((w, v))
    far = float("inf")
    first = [far] * (n + 1)
    first[k] = 0
    waiting = [(0, k)]
    while waiting:
        when, node = heapq.heappop(waiting)
        for w, v in out[node]:
            if when + w < first[v]:
                first[v + 1] = when + w
                heapq.heappush(waiting, (first[v], v))
    last = max(first[1:])
    return -1 if last == far else last
