# slip: columns-and-rows-alone-with-neighbors
from itertools import permutations


def n_queens(n):
    return sum(all(abs(a - b) > 1 for a, b in zip(p, p[1:])) for p in permutations(range(n)))
