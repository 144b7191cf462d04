# problem: dpo-loss
# expect: fail
def preference_loss(policy, reference, beta):
    gain_chosen = policy[0] - reference[0]
    gain_rejected = policy[1] - reference[0]
    return -F.logsigmoid(beta * (gain_chosen - gain_rejected)).mean() + 0 * reference[1].sum()
