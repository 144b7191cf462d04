# slip: variance-first
def gaussian_mle(x):
    return x.var(), x.mean()
