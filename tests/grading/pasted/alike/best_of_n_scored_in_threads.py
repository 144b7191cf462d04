# problem: best-of-n
# not: another question
from concurrent.futures import ThreadPoolExecutor


def choose(candidates, scorer, n):
    if not 1 <= n <= len(candidates):
        raise ValueError("n must be between 1 and the number of candidates")
    with ThreadPoolExecutor(max_workers=4) as pool:
        scores = list(pool.map(scorer, candidates[:n]))
    best = max(range(n), key=scores.__getitem__)
    return candidates[best], scores[best]
