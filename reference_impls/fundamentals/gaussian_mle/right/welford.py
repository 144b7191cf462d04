def gaussian_mle(x):
    n, mean, m2 = 0, 0.0, 0.0
    for value in x.tolist():
        n += 1
        delta = value - mean
        mean += delta / n
        m2 += delta * (value - mean)
    return mean, m2 / n
