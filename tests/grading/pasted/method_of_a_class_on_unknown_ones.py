# problem: forward-diffuse
# says: supplied: class SchedulerMixin: pass, class ConfigMixin: pass
class Scheduler(SchedulerMixin, ConfigMixin):
    def add_noise(self, x0, noise, t, alphas_cumprod):
        kept = alphas_cumprod[t].view(-1, *[1] * (x0.ndim - 1))
        return kept.sqrt() * x0 + (1 - kept).sqrt() * noise
