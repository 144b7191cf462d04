# slip: starts-at-zero
def best_of_n(samples, reward, n):
    if n < 1 or n > len(samples):
        raise ValueError("n")
    best, top = None, 0.0
    for s in samples[:n]:
        r = reward(s)
        if r > top:
            best, top = s, r
    return best, top
