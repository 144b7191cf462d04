# problem: pf-ode-step
# says: given in your sde: drift and diffusion
class FlowSolver:
    def __init__(self, sde, score_fn):
        self.sde = sde
        self.score_fn = score_fn

    def slope(self, x, t):
        return self.sde.drift(x, t) - 0.5 * self.sde.diffusion(t) ** 2 * self.score_fn(x, t)

    def step(self, x, t, dt):
        return x - dt * self.slope(x, t)
