# problem: distillation-loss
# expect: invalid
# says: SoftLoss takes only logits, soft_labels.
class SoftLoss(nn.Module):
    def __init__(self, temp=10):
        super().__init__()
        self.temp = temp

    def forward(self, logits, soft_labels):
        return F.kl_div(F.log_softmax(logits / self.temp, dim=1), F.softmax(soft_labels / self.temp, dim=1))
