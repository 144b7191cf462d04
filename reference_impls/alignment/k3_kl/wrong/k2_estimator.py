# slip: k2
def k3_kl(logp, logp_ref):
    return 0.5 * (logp - logp_ref) ** 2
