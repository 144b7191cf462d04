from itertools import islice


def best_of_n(samples, reward, n):
    if n < 1:
        raise ValueError("n < 1")
    if n > len(samples):
        raise ValueError("too few samples")
    scored = ((sample, reward(sample)) for sample in islice(samples, n))
    return max(scored, key=lambda pair: pair[1])
