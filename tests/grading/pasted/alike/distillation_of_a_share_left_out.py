# problem: distillation-loss
# expect: fail
# says: The problem also asks for lam: yours has no such parameter.
# says: right for what it covers
class SoftTargets(nn.Module):
    def __init__(self, temp=1.0):
        super().__init__()
        self.temp = temp

    def forward(self, guess, guide, goal):
        soft = F.log_softmax(guess / self.temp, 1), F.softmax(guide.detach() / self.temp, 1)
        return F.cross_entropy(guess, goal) + 0.5 * self.temp**2 * F.kl_div(*soft, reduction="batchmean")
