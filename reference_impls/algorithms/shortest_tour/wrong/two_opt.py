# slip: none
def shortest_tour(dist):
    n = len(dist)
    tour = list(range(n))

    def cost(t):
        return sum(dist[t[i]][t[(i + 1) % n]] for i in range(n))

    improved = True
    while improved:
        improved = False
        for i in range(1, n):
            for j in range(i + 1, n):
                new = tour[:]
                new[i], new[j] = new[j], new[i]
                if cost(new) < cost(tour):
                    tour, improved = new, True
    return cost(tour)
