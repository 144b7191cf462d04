# slip: extended-in-place
"""Differs on: combinations(4, 2) -> some of the lists have three numbers or more."""


def combinations(n, k):
    # table[j]: the j-subsets of the numbers so far
    table = [[[]]] + [[] for _ in range(k)]
    for v in range(1, n + 1):
        for j in range(k, 0, -1):
            for c in table[j - 1]:
                new = c if j > 1 else []     # the empty subset has to stay
                new.append(v)
                table[j].append(new)
    return table[k]
