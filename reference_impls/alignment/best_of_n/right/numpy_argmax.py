import numpy as np


def best_of_n(samples, reward, n):
    if n <= 0 or n > len(samples):
        raise ValueError("n")
    r = np.array(list(map(reward, samples[:n])), dtype=float)
    i = int(np.argmax(r))
    return samples[i], float(r[i])
