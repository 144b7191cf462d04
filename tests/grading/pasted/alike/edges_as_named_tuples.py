# problem: network-delay
# says: each entry of your edges is made an object of Edge, by place
class Edge(NamedTuple):
    src: int
    dst: int
    weight: int
def delay(edges, num_nodes, source):
    graph = defaultdict(list)
    for e in edges:
        graph[e.src].append((e.dst, e.weight))
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
