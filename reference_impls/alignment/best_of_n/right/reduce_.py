from functools import reduce


def best_of_n(samples, reward, n):
    if not (n >= 1 and len(samples) >= n):
        raise ValueError("bad n")
    scored = [(s, reward(s)) for s in samples[:n]]
    return reduce(lambda a, b: b if b[1] > a[1] else a, scored)
