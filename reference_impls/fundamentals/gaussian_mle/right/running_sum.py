import numpy as np
def gaussian_mle(x):
    total = x.dtype.type(0)
    for v in x:
        total = total + v
    mu = total / x.dtype.type(x.shape[0])
    return mu, ((x - mu) ** 2).mean()
