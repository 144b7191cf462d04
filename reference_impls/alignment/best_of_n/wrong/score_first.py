# slip: reward-first
def best_of_n(samples, reward, n):
    if n < 1 or n > len(samples):
        raise ValueError("n")
    scored = [(reward(s), s) for s in samples[:n]]
    return max(scored, key=lambda p: p[0])
