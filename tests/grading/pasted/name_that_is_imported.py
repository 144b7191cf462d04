# problem: combinations
# says: choose is graded as combinations
from itertools import combinations


def of_the_library(n, k):
    return [list(subset) for subset in combinations(range(1, n + 1), k)]


def choose(n, k):
    found = []
    extend(1, n, k, [], found)
    return found


def extend(first, last, left, chosen, found):
    if left == 0:
        found.append(chosen[:])
        return
    for number in range(first, last - left + 2):
        extend(number + 1, last, left - 1, [*chosen, number], found)


for size in range(4):
    print(choose(4, size) == of_the_library(4, size))
