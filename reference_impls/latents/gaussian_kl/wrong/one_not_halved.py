# slip: one-not-halved
def gaussian_kl(mu, log_sigma):
    return ((mu**2 + (2 * log_sigma).exp()) / 2 - log_sigma - 1).sum(dim=1)
