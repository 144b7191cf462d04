# problem: dpo-loss
# expect: fail
class Base:
    def __init__(self, model, ref_model, beta=0.1):
        self.model, self.ref_model = model, ref_model
        self.beta = beta
        self.beta *= 2

class DPOTrainer(Base):
    def dpo_loss(self, policy_chosen_logps, policy_rejected_logps, reference_chosen_logps, reference_rejected_logps):
        logits = (policy_chosen_logps - policy_rejected_logps) - (reference_chosen_logps - reference_rejected_logps)
        return -F.logsigmoid(self.beta * logits).mean()
