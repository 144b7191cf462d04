# problem: rouge-l
from __future__ import division

from six.moves import range


def overlap_score(candidate, reference):
    rows, columns = len(candidate), len(reference)
    if not rows or not columns:
        return 0.0
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows):
        for j in range(columns):
            same = candidate[i] == reference[j]
            best[i + 1][j + 1] = best[i][j] + 1 if same else max(best[i][j + 1], best[i + 1][j])
    shared = best[rows][columns]
    return 2 * shared / (rows + columns)
