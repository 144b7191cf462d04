# slip: summed
def gaussian_mle(x):
    mu = sum(x) / len(x)
    total = 0.0
    for v in x:
        total += (v - mu) ** 2
    return mu, total
