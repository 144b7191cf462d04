# slip: scored-once-per-value
from functools import lru_cache


def best_of_n(samples, reward, n):
    if n < 1 or n > len(samples):
        raise ValueError("n")
    cached = lru_cache(None)(reward)
    best = max(samples[:n], key=cached)
    return best, cached(best)
