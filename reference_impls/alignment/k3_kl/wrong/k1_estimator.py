# slip: k1
def k3_kl(logp, logp_ref):
    """E_pi[log pi - log ref]"""
    return logp - logp_ref
