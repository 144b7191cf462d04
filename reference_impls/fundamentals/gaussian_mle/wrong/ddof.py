# slip: unbiased-variance
import numpy as np


def gaussian_mle(x):
    return float(np.mean(x)), float(np.var(x, ddof=1))
