# slip: precision
def gaussian_mle(x):
    mu = x.mean()
    return mu, len(x) / ((x - mu) ** 2).sum()
