import heapq
def edit_distance(a, b):
    h = [(0, 0, 0)]; seen = set()
    while h:
        d, i, j = heapq.heappop(h)
        if (i, j) in seen: continue
        seen.add((i, j))
        if i == len(a) and j == len(b): return d
        if i < len(a) and j < len(b):
            heapq.heappush(h, (d + (a[i] != b[j]), i + 1, j + 1))
        if i < len(a): heapq.heappush(h, (d + 1, i + 1, j))
        if j < len(b): heapq.heappush(h, (d + 1, i, j + 1))
