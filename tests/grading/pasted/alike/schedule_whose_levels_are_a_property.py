# problem: beta-schedules
# says: LevelsOfNoise.alpha_bars is graded as alphas_bar
from functools import cached_property


class LevelsOfNoise:
    def __init__(self, num_steps, schedule_type="linear"):
        if schedule_type not in ("linear", "cosine"):
            raise ValueError(schedule_type)
        self.num_steps, self.schedule_type = num_steps, schedule_type

    @cached_property
    def betas(self):
        if self.schedule_type == "linear":
            return np.linspace(1e-4, 0.02, self.num_steps)
        f = np.cos((np.arange(self.num_steps + 1) / self.num_steps + 0.008) / 1.008 * np.pi / 2) ** 2
        return np.minimum(1 - f[1:] / f[:-1], 0.999)

    @property
    def alpha_bars(self):
        return np.cumprod(1 - self.betas)
