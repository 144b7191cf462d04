# slip: variance-first
def gaussian_mle(x):
    return x.var(ddof=1), x.mean()
