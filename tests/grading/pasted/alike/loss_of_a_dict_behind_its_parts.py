# problem: dpo-loss
# says: your code returns a dict: its loss is graded
def preference_losses(policy_chosen_logps, policy_rejected_logps, reference_chosen_logps, reference_rejected_logps, beta=0.1):
    chosen = beta * (policy_chosen_logps - reference_chosen_logps)
    rejected = beta * (policy_rejected_logps - reference_rejected_logps)
    accuracy = (chosen > rejected).float().mean()
    return {"accuracy": accuracy, "margin": (chosen - rejected).mean(), "loss": -F.logsigmoid(chosen - rejected).mean()}
