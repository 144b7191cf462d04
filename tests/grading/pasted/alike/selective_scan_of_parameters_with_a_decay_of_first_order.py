# problem: selective-scan
# expect: fail
# says: first order
class SelectiveSSM(nn.Module):
    def __init__(self, A, D):
        super().__init__()
        self.A = nn.Parameter(A)
        self.D = nn.Parameter(D)
    def forward(self, x, dt, B, C, initial_state=None):
        s = x.new_zeros(x.shape[0], *self.A.shape) if initial_state is None else initial_state
        ys = []
        for t in range(x.shape[1]):
            dA = (1 + dt[:, t][..., None] * self.A)
            s = dA * s + (dt[:, t] * x[:, t])[..., None] * B[:, t][:, None, :]
            ys.append((s * C[:, t][:, None]).sum(-1) + self.D * x[:, t])
        return torch.stack(ys, 1), s
