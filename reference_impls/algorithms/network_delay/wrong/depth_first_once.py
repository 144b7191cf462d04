# slip: none
def network_delay(times, n, k):
    graph = {}
    for u, v, w in sorted(times, key=lambda edge: edge[2]):
        graph.setdefault(u, []).append((v, w))
    arrival = {}

    def visit(node, time):
        if node in arrival:
            arrival[node] = min(arrival[node], time)
            return
        arrival[node] = time
        for other, w in graph.get(node, []):
            visit(other, time + w)

    visit(k, 0)
    return max(arrival.values()) if len(arrival) == n else -1
