# problem: ve-marginal
# expect: fail
# says: returns 2 results; 3 are asked for
# not: sigma_max: yours
class Exploding:
    def __init__(self, N=1000, sigma_min=0.01, sigma_max=50.0):
        self.low, self.high, self.N = sigma_min, sigma_max, N

    def marginal_prob(self, t, x):
        return x, (self.low * (self.high / self.low) ** t)[:, None] * torch.ones_like(x)
