# problem: dpo-loss
# says: your policy holds pol_w and pol_l, in a tuple
def preference_loss(policy, reference, beta):
    """Each holds the log-probabilities of the chosen and of the rejected answers."""
    gain_chosen = policy[0] - reference[0]
    gain_rejected = policy[1] - reference[1]
    return -F.logsigmoid(beta * (gain_chosen - gain_rejected)).mean()
