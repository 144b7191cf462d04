# slip: none
def best_of_n(samples, reward, n):
    if n < 1 or n > len(samples):
        raise ValueError("n")
    scores = [reward(s) for s in samples]
    return scores.index(max(scores)), max(scores)
