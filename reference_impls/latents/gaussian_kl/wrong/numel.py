# slip: number-of-entries-for-dimension
def gaussian_kl(mu, log_sigma):
    var = (2 * log_sigma).exp()
    return 0.5 * ((mu**2 + var - 2 * log_sigma).sum(1) - mu.numel())
