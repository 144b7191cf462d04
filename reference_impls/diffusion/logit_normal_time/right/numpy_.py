import numpy as np


def logit_normal_time(n, mean=0.0, std=1.0):
    z = np.random.default_rng().normal(mean, std, size=n)
    return 1 / (1 + np.exp(-z))
