# slip: flag-of-the-last-edge
def network_delay(times, n, k):
    """Wrong for times=[(3, 4, 1), (2, 3, 1), (1, 2, 1), (4, 1, 5)], n=4, k=1: returns -1, right is 3
    (the last link does not improve anything, so the search ends after one round)."""
    INF = float("inf")
    dist = [INF] * (n + 1)
    dist[k] = 0
    for _ in range(n - 1):
        changed = False
        for u, v, w in times:
            changed = False
            if dist[u] + w < dist[v]:
                dist[v] = dist[u] + w
                changed = True
        if not changed:
            break
    ans = max(dist[1:])
    return ans if ans < INF else -1
