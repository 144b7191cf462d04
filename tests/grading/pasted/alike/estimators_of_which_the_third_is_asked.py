# problem: k3-kl
# says: the one called k3 is graded
def estimate(logp, logp_ref):
    log_r = logp_ref - logp
    k1 = -log_r
    k2 = log_r.square() / 2
    k3 = torch.expm1(log_r) - log_r
    return k1, k2, k3
