# slip: kept-between-calls
"""Differs on: combinations(4, 2) called twice in one process -> the second call returns 12 subsets instead of 6."""


def _walk(n, k, start, path, out=[]):
    if len(path) == k:
        out.append(path)
        return out
    for v in range(start, n + 1):
        _walk(n, k, v + 1, path + [v])
    return out


def combinations(n, k):
    return list(_walk(n, k, 1, []))
