# problem: gan-losses
# says: Losses.loss_d and Losses.loss_g are graded together
class Losses:
    def loss_g(self, fake_scores):
        return F.softplus(-fake_scores).mean()

    def loss_d(self, real_scores, fake_scores):
        return F.softplus(-real_scores).mean() + F.softplus(fake_scores).mean()
