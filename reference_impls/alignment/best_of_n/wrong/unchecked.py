# slip: none
def best_of_n(samples, reward, n):
    scored = [(s, reward(s)) for s in samples[:n]]
    return max(scored, key=lambda p: p[1])
