# problem: vp-marginal
# expect: fail
class VarianceSchedule:
    def __init__(self, schedule="table", betas=None, beta_0=0.1, beta_1=20.0):
        if schedule not in ("table", "linear", "cosine"):
            raise ValueError(schedule)
        self.schedule = schedule
        if schedule == "table":
            assert betas is not None
            self.table = self.clip_alpha(torch.log(1 - betas).cumsum(0) / 2)
        else:
            self.beta_0, self.beta_1 = beta_0, beta_1

    def clip_alpha(self, logs):
        return logs.clamp(min=-5)

    def log_mean(self, t):
        if self.schedule == "table":
            return self.table[(t * len(self.table)).long()]
        return -(t**2 * (self.beta_1 - self.beta_0) / 8 + t * self.beta_0 / 2)

    def marginal_alpha(self, t):
        return self.log_mean(t).exp()

    def marginal_std(self, t):
        return (1 - (2 * self.log_mean(t)).exp()).sqrt()

    def marginal_lambda(self, t):
        return self.log_mean(t) - self.marginal_std(t).log()
