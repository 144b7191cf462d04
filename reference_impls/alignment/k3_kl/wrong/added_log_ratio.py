# slip: plus-d
def k3_kl(logp, logp_ref):
    d = logp_ref - logp
    return d.exp() + d - 1
