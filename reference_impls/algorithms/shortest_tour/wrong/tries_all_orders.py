# slip: none
from itertools import permutations


def shortest_tour(dist):
    n = len(dist)
    best = float("inf")
    for order in permutations(range(1, n)):
        tour = (0, *order, 0)
        best = min(best, sum(dist[a][b] for a, b in zip(tour, tour[1:])))
    return best if n > 1 else 0
