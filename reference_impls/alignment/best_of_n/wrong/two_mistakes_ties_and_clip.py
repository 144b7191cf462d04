# slip: none
def best_of_n(samples, reward, n):
    n = min(n, len(samples))
    if n < 1:
        raise ValueError("n")
    r, s = max((reward(s), s) for s in samples[:n])
    return s, r
