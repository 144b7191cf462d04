# problem: dpo-loss
# says: your code returns a dict: its preference is graded
def preference_losses(policy_chosen_logps, policy_rejected_logps, reference_chosen_logps, reference_rejected_logps, beta=0.1):
    chosen = beta * (policy_chosen_logps - reference_chosen_logps)
    rejected = beta * (policy_rejected_logps - reference_rejected_logps)
    return {"preference": -F.logsigmoid(chosen - rejected).mean()}
