# slip: shortest-exits
def shortest_tour(dist):
    total = 0
    for i in range(len(dist)):
        others = dist[i][:i] + dist[i][i + 1 :]
        if others:
            total += min(others)
    return total
