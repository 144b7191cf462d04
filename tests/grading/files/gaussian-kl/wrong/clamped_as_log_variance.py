# slip: clamped-as-log-variance
def gaussian_kl(mu, log_sigma):
    lv = (2 * log_sigma).clamp(-30, 20)
    return 0.5 * (mu ** 2 + lv.exp() - 1 - lv).sum(1)
