# problem: flow-sample
# says: your predict_velocity is the function that the problem gives
class FlowSampler:
    def __init__(self, network):
        self.network = network

    @torch.no_grad()
    def sample(self, noise, n_steps):
        x, dt = noise, 1.0 / n_steps
        for i in range(n_steps):
            t = torch.full((len(x),), i * dt, dtype=x.dtype)
            x = x + dt * self.network.predict_velocity(x, t)
        return x
