# problem: euler-step
# says: given in your dynamics: field
class EulerLayer(nn.Module):
    def __init__(self, dynamics):
        super().__init__()
        self.dynamics = dynamics

    def forward(self, x, t, dt):
        return x + dt * self.dynamics.field(x, t)
