import heapq
def edit_distance(a, b):
    h = [(0, 0, 0)]
    done = set()
    while h:
        c, i, j = heapq.heappop(h)
        while i < len(a) and j < len(b) and a[i] == b[j]:
            i += 1
            j += 1
        if (i, j) == (len(a), len(b)):
            return c
        if (i, j) in done:
            continue
        done.add((i, j))
        if i < len(a):
            heapq.heappush(h, (c + 1, i + 1, j))
        if j < len(b):
            heapq.heappush(h, (c + 1, i, j + 1))
        if i < len(a) and j < len(b):
            heapq.heappush(h, (c + 1, i + 1, j + 1))
