# slip: for-whole-answers
def k3_kl(logp, logp_ref):
    d = logp_ref.sum(1) - logp.sum(1)
    return d.exp() - d - 1
