# slip: one-group-with-a-biased-std
import numpy as np


def advantages_in_group(rewards):
    r = np.asarray(rewards, dtype=float)
    spread = r.std()
    if spread < 1e-8:
        return np.zeros_like(r)
    return (r - r.mean()) / (spread + 1e-8)
