# slip: total
def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    return score - beta * ((logp - logp_ref) * mask).sum(-1)
