# slip: unbiased-standard-deviation
def gaussian_mle(x):
    return x.mean(), x.std(ddof=1)
