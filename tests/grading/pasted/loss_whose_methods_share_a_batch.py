# problem: dpo-loss
class DPOLoss:
    def __init__(self, beta=0.1):
        self.beta = beta

    def margins(self, batch):
        return batch["policy_chosen_logps"] - batch["policy_rejected_logps"]

    def reference_margins(self, batch):
        return batch["reference_chosen_logps"] - batch["reference_rejected_logps"]

    def compute_loss(self, batch):
        logits = self.margins(batch) - self.reference_margins(batch)
        return -F.logsigmoid(self.beta * logits).mean()
