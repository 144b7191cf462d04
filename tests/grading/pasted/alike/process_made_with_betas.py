# problem: forward-diffuse
# expect: invalid
# says: Process can only be made with betas: write its method as a function
class Process:
    def __init__(self, *, betas):
        self.levels = np.cumprod(1.0 - np.array(betas))

    def q_sample(self, x, t, noise=None):
        noise = torch.randn_like(x) if noise is None else noise
        return at(np.sqrt(self.levels), t, x.shape) * x + at(np.sqrt(1 - self.levels), t, x.shape) * noise


def at(values, t, shape):
    return torch.from_numpy(values)[t].reshape(-1, *[1] * (len(shape) - 1))
