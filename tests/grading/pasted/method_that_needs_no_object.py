# problem: gaussian-kl
# says: Encoder.kl_to_the_prior is graded as gaussian_kl
class Encoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
        self.layers = nn.ModuleList(nn.Linear(config.width, config.width) for _ in range(config.depth))

    def scaled(self, x):
        return x * self.config.scale

    def kl_to_the_prior(self, mu, log_sigma):
        return -0.5 * (self.twice(log_sigma) + 1 - mu**2 - self.twice(log_sigma).exp()).sum(-1)

    def twice(self, x):
        return 2 * x
