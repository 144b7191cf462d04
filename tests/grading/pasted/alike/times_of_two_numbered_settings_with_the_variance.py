# problem: logit-normal-time
# expect: fail
class LogitNormalTimes:
    def __init__(self, p1=0.0, p2=1.0, min_t=0.0, max_t=1.0, rng=None):
        self.p1, self.p2, self.min_t, self.max_t, self.rng = p1, p2, min_t, max_t, rng

    def sample(self, n_samples, device="cpu"):
        t = torch.sigmoid(torch.randn(n_samples, device=device, generator=self.rng) * self.p2 ** 2 + self.p1)
        return t * (self.max_t - self.min_t) + self.min_t
