# slip: clamped
def gaussian_kl(mu, log_sigma):
    ls = log_sigma.clamp(-10, 10)
    return 0.5 * (mu ** 2 + (2 * ls).exp() - 1 - 2 * ls).sum(-1)
