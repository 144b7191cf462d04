# slip: elbo
def iwae_bound(log_w):
    return log_w.mean(0).mean()
