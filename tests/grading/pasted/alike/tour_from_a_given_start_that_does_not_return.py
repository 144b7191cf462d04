# problem: shortest-tour
# expect: fail
from itertools import combinations
from sys import maxsize


def travellingSalesmanProblem(graph, s):
    n = len(graph)
    if n == 1:
        return 0
    others = [i for i in range(n) if i != s]
    best = {(frozenset([i]), i): graph[s][i] for i in others}
    for size in range(2, n):
        for subset in combinations(others, size):
            group = frozenset(subset)
            for last in subset:
                rest = group - {last}
                best[group, last] = min(best[rest, k] + graph[k][last] for k in rest)
    everything = frozenset(others)
    return min(best[everything, i] for i in others)
