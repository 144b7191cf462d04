import heapq
def course_order(n, prereqs):
    deg = [0] * n; nxt = [[] for _ in range(n)]
    for c, d in set(map(tuple, prereqs)):
        deg[c] += 1; nxt[d].append(c)
    h = [i for i in range(n) if not deg[i]]; heapq.heapify(h)
    res = []
    while h:
        u = heapq.heappop(h); res.append(u)
        for v in nxt[u]:
            deg[v] -= 1
            if not deg[v]: heapq.heappush(h, v)
    return res * (len(res) == n)
