"""Shortest round trip through all places: dynamic programming on subsets (Held and Karp 1962; Bellman 1962).

    cost({j}, j) = d_0j,   cost(S, j) = min_{i in S, i != j}  cost(S \\ {j}, i) + d_ij,   answer = min_j  cost({1..n-1}, j) + d_j0

cost(S, j) is the shortest way from 0 through all of S that ends in j: how S was ordered before no longer matters. S is a bit
mask over the places 1 to n - 1, and a mask without one of its bits is a smaller number, so masks are filled in their order.
O(n² 2ⁿ) time, O(n 2ⁿ) memory; all orders would be (n - 1)!.

dist: an n x n list of lists, dist[i][j] from i to j, 1 <= n <= 12. Returns: a number; 0 for n = 1.
"""


def shortest_tour(dist: list[list[int]]) -> int:
    """The cost of the cheapest tour."""
    n = len(dist)
    if n == 1:
        return 0
    full = (1 << n - 1) - 1
    cost = [[0] * n for _ in range(full + 1)]  # cost[S][j]; bit j - 1 of S is place j
    for S in range(1, full + 1):
        inside = [j for j in range(1, n) if S >> j - 1 & 1]
        for j in inside:
            before = S ^ 1 << j - 1
            cost[S][j] = min((cost[before][i] + dist[i][j] for i in inside if i != j), default=dist[0][j])
    return min(cost[full][j] + dist[j][0] for j in range(1, n))
