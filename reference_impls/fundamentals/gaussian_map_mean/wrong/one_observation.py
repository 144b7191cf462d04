# slip: one-vote-for-the-mean
def gaussian_map_mean(x, sigma2, mu0, tau2):
    if len(x) == 0:
        return mu0
    return (tau2 * x.mean() + sigma2 * mu0) / (tau2 + sigma2)
