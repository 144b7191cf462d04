# problem: distillation-loss
# expect: invalid
# says: SoftTargets needs params, which the problem doesn't give
# not: right for what it covers
class SoftTargets(nn.Module):
    def __init__(self, params):
        super().__init__()
        self.heat, self.share = params.heat, params.share

    def forward(self, guess, goal, guide):
        soft = F.log_softmax(guess / self.heat, 1), F.softmax(guide / self.heat, 1)
        return F.cross_entropy(guess, goal) + self.share * self.heat**2 * F.kl_div(*soft, reduction="batchmean")
