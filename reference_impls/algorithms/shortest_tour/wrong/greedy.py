# slip: nearest-neighbor
def shortest_tour(dist):
    n = len(dist)
    seen, at, cost = [0], 0, 0
    while len(seen) < n:
        nxt = min((j for j in range(n) if j not in seen), key=lambda j: dist[at][j])
        cost += dist[at][nxt]
        seen.append(nxt)
        at = nxt
    return cost + dist[at][0]
