# problem: v-prediction
# expect: fail
# says: your t is an index of a schedule
def _level(self, step, like):
    level = self.alphas_cumprod[step]
    return level.reshape(level.shape + (1,) * (like.ndim - level.ndim))


def velocity_target(self, x0, noise, t):
    level = self._level(t, x0)
    return level.sqrt() * noise - (1 - level).sqrt() * x0


def x0_from_v(self, x_t, v, t):
    level = self._level(t, x_t)
    return level.sqrt() * x_t - (1 - level).sqrt() * v


def eps_from_v(self, x_t, v, t):
    level = self._level(t, x_t)
    return (1 - level).sqrt() * x_t - level.sqrt() * v
