# problem: dpo-loss
# expect: fail
# says: Your code returns 3 results. It should return only number 3 of them, which is right.
def preference_loss(policy_chosen_logps, policy_rejected_logps, reference_chosen_logps, reference_rejected_logps, beta=0.1):
    ratios = policy_chosen_logps - policy_rejected_logps - reference_chosen_logps + reference_rejected_logps
    chosen_rewards = beta * (policy_chosen_logps - reference_chosen_logps).detach()
    rejected_rewards = beta * (policy_rejected_logps - reference_rejected_logps).detach()
    return chosen_rewards.mean(), rejected_rewards.mean(), -F.logsigmoid(beta * ratios).mean()
