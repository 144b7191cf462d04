# problem: forward-diffuse
# expect: error
# says: supplied: class SchedulerMixin: pass
# says: 'Scheduler' object has no attribute 'at'
class Scheduler(SchedulerMixin):
    def add_noise(self, x0, noise, t, alphas_cumprod):
        kept = self.at(alphas_cumprod, t)
        return kept.sqrt() * x0 + (1 - kept).sqrt() * noise
