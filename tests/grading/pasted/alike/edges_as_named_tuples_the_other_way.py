# problem: network-delay
# expect: fail
# says: Your code sends the signal from v to u. It should send it from u to v
class Edge(NamedTuple):
    src: int
    dst: int
    weight: int
def delay(edges, num_nodes, source):
    graph = defaultdict(list)
    for e in edges:
        graph[e.dst].append((e.src, e.weight))
    dist = {}
    heap = [(0, source)]
    while heap:
        d, u = heapq.heappop(heap)
        if u in dist:
            continue
        dist[u] = d
        for v, w in graph[u]:
            if v not in dist:
                heapq.heappush(heap, (d + w, v))
    return max(dist.values()) if len(dist) == num_nodes else -1
