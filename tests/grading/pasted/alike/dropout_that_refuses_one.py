# problem: dropout
# expect: error
# says: Your code raises ValueError where p is 1.
# not: number of axes
import numpy as np


def dropout(x, p=0.5, rng=None):
    """Drop entries with probability p; return the result and the pattern."""
    x = np.asarray(x)
    if not (0.0 <= p < 1.0):
        raise ValueError("P must be in [0,1]")
    random_vals = np.random.random(x.shape) if rng is None else rng.random(x.shape)
    pattern = (random_vals < 1 - p).astype(x.dtype) * (1.0 / (1 - p))
    return x * pattern, pattern
