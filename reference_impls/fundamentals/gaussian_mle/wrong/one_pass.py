# slip: mean-of-squares-minus-square
def gaussian_mle(x):
    n = x.dtype.type(len(x))
    s = x.sum()
    s2 = (x * x).sum()
    return s / n, s2 / n - (s / n) ** 2
