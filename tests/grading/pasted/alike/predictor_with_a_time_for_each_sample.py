# problem: heun-step
# says: a time for each sample: they are equal
class Integrator:
    """x' = v(x, t), by a predictor and a corrector."""

    def __init__(self, velocity, scale=1.0):
        self.velocity = velocity
        self.scale = scale

    def at(self, x, t):
        times = torch.full((x.shape[0],), float(t), dtype=x.dtype, device=x.device)
        return self.velocity(x, times * self.scale)

    @torch.no_grad()
    def step(self, x, t, dt):
        before = self.at(x, t)
        after = self.at(x + dt * before, t + dt)
        return x + dt * (before + after) / 2
