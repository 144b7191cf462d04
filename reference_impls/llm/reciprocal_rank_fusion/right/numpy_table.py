import numpy as np


def rrf(rankings, k=60):
    names = sorted({name for ranking in rankings for name in ranking})
    if not names:
        return []
    column = {name: j for j, name in enumerate(names)}
    rank = np.full((len(rankings), len(names)), np.inf)
    for i, ranking in enumerate(rankings):
        for place, name in enumerate(ranking):
            rank[i, column[name]] = place + 1
    total = (1 / (k + rank)).sum(axis=0)
    return tuple((names[j], total[j]) for j in np.argsort(-total))
