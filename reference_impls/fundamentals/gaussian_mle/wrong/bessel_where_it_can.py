# slip: unbiased-but-for-one-value
def gaussian_mle(x):
    n = len(x)
    mu = x.mean()
    return mu, ((x - mu) ** 2).sum() / (n - 1) if n > 1 else 0.0
