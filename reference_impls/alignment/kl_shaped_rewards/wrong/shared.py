# slip: score-spread
def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    lengths = mask.sum(1)
    return (score / lengths)[:, None] * mask - beta * (logp - logp_ref) * mask
