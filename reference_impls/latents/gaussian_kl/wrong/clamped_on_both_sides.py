# slip: log-sigma-clamped-on-both-sides
def gaussian_kl(mu, log_sigma):
    s = log_sigma.clip(-5, 2)
    return -0.5 * (1 + 2 * s - mu**2 - (2 * s).exp()).sum(dim=-1)
