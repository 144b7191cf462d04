# slip: all-scored
def best_of_n(samples, reward, n):
    if n < 1 or n > len(samples):
        raise ValueError("n")
    scores = [reward(s) for s in samples]
    i = max(range(n), key=lambda k: scores[k])
    return samples[i], scores[i]
