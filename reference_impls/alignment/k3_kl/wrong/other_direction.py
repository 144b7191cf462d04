# slip: reversed-direction
def k3_kl(logp, logp_ref):
    log_r = logp_ref - logp
    r = log_r.exp()
    return r * log_r - (r - 1)
