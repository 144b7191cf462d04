# slip: scored-before-the-check
def best_of_n(samples, reward, n):
    best, top = None, None
    for sample in samples[:n]:
        value = reward(sample)
        if top is None or value > top:
            best, top = sample, value
    if n < 1 or n > len(samples):
        raise ValueError(f"n must be between 1 and {len(samples)}")
    return best, top
