# slip: score-at-every-response-token
def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    return (score[:, None] - beta * (logp - logp_ref)) * mask
