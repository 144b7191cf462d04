# problem: dpo-loss
class Preference:
    def __init__(self, beta=0.1):
        self.beta = beta

    def loss(self, batch):
        chosen = batch["chosen_log_probs"] - batch["ref_chosen_log_probs"]
        rejected = batch["rejected_log_probs"] - batch["ref_rejected_log_probs"]
        return F.softplus(-self.beta * (chosen - rejected)).mean(), chosen.mean().item()
