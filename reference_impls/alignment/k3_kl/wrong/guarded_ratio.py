# slip: eps-in-the-ratio
def k3_kl(logp, logp_ref):
    r = logp_ref.exp() / (logp.exp() + 1e-8)
    return r - (logp_ref - logp) - 1
