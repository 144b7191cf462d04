class ReverseSDE:
    """As in the released code: the reverse process has an `sde` method with a switch for the flow."""

    def __init__(self, sde, score_fn, probability_flow):
        self.sde, self.score_fn, self.probability_flow = sde, score_fn, probability_flow

    def __call__(self, x, t):
        drift, diffusion = self.sde(x, t)
        score = self.score_fn(x, t)
        drift = drift - diffusion**2 * score * (0.5 if self.probability_flow else 1.0)
        diffusion = 0.0 if self.probability_flow else diffusion
        return drift, diffusion


def pf_ode_step(x, t, dt, drift, diffusion, score):
    rsde = ReverseSDE(lambda x, t: (drift(x, t), diffusion(t)), score, probability_flow=True)
    f, _ = rsde(x, t)
    return x + f * -dt
