# problem: shortest-tour
from functools import lru_cache


def held_karp(distances):
    n = len(distances)

    @lru_cache(maxsize=None)
    def way(last, left):
        if not left:
            return distances[last, 0]
        return min(distances[last, i] + way(i, left - {i}) for i in left)

    return way(0, frozenset(range(1, n)))


D = np.array([[0, 2, 9], [1, 0, 6], [15, 7, 0]])
print(held_karp(D))
