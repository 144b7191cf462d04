# slip: logarithm-not-halved
def gaussian_kl(mu, log_sigma):
    log_var = 2 * log_sigma
    return (0.5 * (mu.pow(2) + log_var.exp() - 1) - log_var).sum(-1)
