# slip: assertion
def best_of_n(samples, reward, n):
    assert 1 <= n <= len(samples)
    scored = [(s, reward(s)) for s in samples[:n]]
    return max(scored, key=lambda p: p[1])
