# problem: dpo-loss
def dpo_loss(policy, reference, config):
    pw, pl = policy["policy_chosen_logps"], policy["policy_rejected_logps"]
    rw, rl = reference["reference_chosen_logps"], reference["reference_rejected_logps"]
    return -F.logsigmoid(config["beta"] * ((pw - rw) - (pl - rl))).mean()
