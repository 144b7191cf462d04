# slip: samples-compared-on-ties
def best_of_n(samples, reward, n):
    if n < 1 or n > len(samples):
        raise ValueError("n")
    r, s = max((reward(s), s) for s in samples[:n])
    return s, r
