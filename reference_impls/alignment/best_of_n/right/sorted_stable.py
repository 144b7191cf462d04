def best_of_n(samples, reward, n):
    if n not in range(1, len(samples) + 1):
        raise ValueError(n)
    scored = [(s, reward(s)) for s in samples[:n]]
    return sorted(scored, key=lambda pair: pair[1], reverse=True)[0]
