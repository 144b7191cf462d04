# problem: dpo-loss
# says: your code returns 3 results: the first one is graded
def preference_loss(policy_chosen_logps, policy_rejected_logps, reference_chosen_logps, reference_rejected_logps, beta=0.1):
    ratios = policy_chosen_logps - policy_rejected_logps - reference_chosen_logps + reference_rejected_logps
    chosen_rewards = beta * (policy_chosen_logps - reference_chosen_logps).detach()
    rejected_rewards = beta * (policy_rejected_logps - reference_rejected_logps).detach()
    return -F.logsigmoid(beta * ratios).mean(), chosen_rewards, rejected_rewards
