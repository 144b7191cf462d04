import math


def gaussian_mle(x):
    xs = [float(v) for v in x]
    mu = math.fsum(xs) / len(xs)
    return mu, math.fsum((v - mu) * (v - mu) for v in xs) / len(xs)
