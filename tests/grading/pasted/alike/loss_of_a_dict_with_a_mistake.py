# problem: dpo-loss
# expect: fail
# says: your code returns a dict: its loss is graded
def preference_losses(policy_chosen_logps, policy_rejected_logps, reference_chosen_logps, reference_rejected_logps, beta=0.1):
    chosen = beta * (policy_chosen_logps - reference_chosen_logps)
    rejected = beta * (policy_rejected_logps - reference_rejected_logps)
    right = -F.logsigmoid(chosen - rejected).mean()
    return {"other": right, "loss": -F.logsigmoid(rejected - chosen).mean()}
