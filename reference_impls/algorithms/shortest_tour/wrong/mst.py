# slip: smallest-tree
import heapq


def shortest_tour(dist):
    n, seen, total, heap = len(dist), set(), 0, [(0, 0)]
    while heap:
        w, i = heapq.heappop(heap)
        if i in seen:
            continue
        seen.add(i)
        total += w
        for j in range(n):
            if j not in seen:
                heapq.heappush(heap, (dist[i][j], j))
    return total
