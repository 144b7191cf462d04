import numpy as np


def fit(data):
    """loc and scale, as scipy.stats.norm.fit returns them."""
    loc = data.mean()
    scale = np.sqrt(((data - loc) ** 2).mean())
    return loc, scale


def gaussian_mle(x):
    loc, scale = fit(np.asarray(x))
    return loc, scale**2
