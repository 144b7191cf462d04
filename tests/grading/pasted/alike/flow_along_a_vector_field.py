# problem: flow-sample
class Integrator:
    def __init__(self, num_steps=50):
        self.num_steps = num_steps

    def step(self, x, t, dt, field):
        return x + dt * field(x, torch.full((len(x),), t, dtype=x.dtype))

    def integrate(self, x, vector_field):
        for i in range(self.num_steps):
            x = self.step(x, i / self.num_steps, 1 / self.num_steps, vector_field)
        return x
