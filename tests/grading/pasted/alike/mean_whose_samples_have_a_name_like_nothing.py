# problem: gaussian-map-mean
# expect: error
# says: Taken by their places: your first is x and your values is tau2.
def gaussian_posterior(mu0, first, sigma, values):
    precision = 1 / first + len(values) / sigma
    return (mu0 / first + sum(values) / sigma) / precision
