def network_delay(times, n, k):
    dist = [float("inf")] * n
    dist[k - 1] = 0
    for _ in range(n - 1):
        changed = False
        for u, v, w in times:
            if dist[u - 1] + w < dist[v - 1]:
                dist[v - 1] = dist[u - 1] + w
                changed = True
        if not changed:
            break
    answer = max(dist)
    return -1 if answer == float("inf") else answer
