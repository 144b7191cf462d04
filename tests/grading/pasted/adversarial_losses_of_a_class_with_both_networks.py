# problem: gan-losses
# says: give real_logits and fake_logits
class Adversaries(nn.Module):
    def __init__(self, G, D):
        super().__init__()
        self.G = G
        self.D = D

    def losses(self, real, z):
        fake = self.G(z)
        d_loss = F.softplus(-self.D(real)).mean() + F.softplus(self.D(fake.detach())).mean()
        g_loss = F.softplus(-self.D(fake)).mean()
        return d_loss, g_loss
