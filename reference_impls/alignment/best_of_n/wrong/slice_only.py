# slip: too-large-allowed
def best_of_n(samples, reward, n):
    if n < 1:
        raise ValueError("n")
    scored = [(s, reward(s)) for s in samples[:n]]
    return max(scored, key=lambda p: p[1])
