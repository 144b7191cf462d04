# slip: weighted-by-the-policy
def k3_kl(logp, logp_ref):
    p = logp.exp()
    return p * (logp - logp_ref)
