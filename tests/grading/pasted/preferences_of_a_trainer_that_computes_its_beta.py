# problem: dpo-loss
# says: self.beta is taken from beta
class PreferenceTrainer:
    def __init__(self, model, reference, beta: float = 0.1):
        root, self.model, self.reference = math.sqrt(beta), model, reference
        self.beta: float = max(root, 0.0)
        self.beta *= root

    def dpo_loss(self, chosen_logps, rejected_logps, ref_chosen_logps, ref_rejected_logps):
        margin = (chosen_logps - ref_chosen_logps) - (rejected_logps - ref_rejected_logps)
        return F.softplus(-self.beta * margin).mean()
