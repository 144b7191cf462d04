# problem: vp-marginal
class Schedule:
    def __init__(self, kind="linear", continuous_beta_0=0.1, continuous_beta_1=20.0):
        self.kind, self.low, self.high = kind, continuous_beta_0, continuous_beta_1

    def log_coeff(self, t):
        return -((self.high - self.low) * t**2 / 4 + self.low * t / 2)

    def marginal_alpha(self, t):
        return self.log_coeff(t).exp()

    def marginal_std(self, t):
        return (1 - (2 * self.log_coeff(t)).exp()).sqrt()
