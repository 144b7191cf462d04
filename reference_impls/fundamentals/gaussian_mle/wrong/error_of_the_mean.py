# slip: variance-of-the-mean
def gaussian_mle(x):
    n = x.size
    mu = x.sum() / n
    return mu, ((x - mu) ** 2).sum() / n**2
