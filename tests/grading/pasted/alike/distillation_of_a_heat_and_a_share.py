# problem: distillation-loss
# says: SoftTargets is graded as distillation_loss
class SoftTargets(nn.Module):
    def __init__(self, T, gamma):
        super().__init__()
        self.T, self.gamma = T, gamma

    def forward(self, guess, guide, goal):
        soft = F.log_softmax(guess / self.T, 1), F.softmax(guide.detach() / self.T, 1)
        return F.cross_entropy(guess, goal) + self.gamma * self.T**2 * F.kl_div(*soft, reduction="batchmean")
