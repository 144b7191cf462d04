# problem: dpo-loss
# expect: fail
class PreferenceOutput:
    def __init__(self, margin, accuracy, loss):
        self.margin, self.accuracy, self.loss = margin, accuracy, loss


def preference_step(policy_chosen_logps, policy_rejected_logps, ref_chosen_logps, ref_rejected_logps, beta=0.1):
    chosen = beta * (policy_chosen_logps - ref_chosen_logps)
    rejected = beta * (policy_rejected_logps - ref_rejected_logps)
    margin = chosen - rejected
    return PreferenceOutput(margin.mean().detach(), (margin > 0).float().mean(), -F.logsigmoid(-margin).mean())
