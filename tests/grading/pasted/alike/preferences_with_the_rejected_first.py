# problem: dpo-loss
def dpo_loss(policy_rejected_logps, policy_chosen_logps, reference_rejected_logps, reference_chosen_logps, beta=0.1):
    pol = policy_chosen_logps - policy_rejected_logps
    ref = reference_chosen_logps - reference_rejected_logps
    return -F.logsigmoid(beta * (pol - ref)).mean()
