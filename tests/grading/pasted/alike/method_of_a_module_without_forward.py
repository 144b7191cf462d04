# problem: dpo-loss
# says: Trainer.dpo_loss
class Trainer(nn.Module):
    def __init__(self, model=None, beta=0.1):
        super().__init__()
        self.model, self.beta = model, beta

    def dpo_loss(self, chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
        return -F.logsigmoid(beta * ((chosen - ref_chosen) - (rejected - ref_rejected))).mean()
