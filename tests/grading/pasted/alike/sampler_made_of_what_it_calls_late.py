# problem: flow-sample
# expect: fail
class Euler:
    def __init__(self, flow, num_steps):
        self.flow, self.num_steps = flow, num_steps

    @torch.no_grad()
    def sample(self, z):
        for i in range(self.num_steps):
            when = z.new_full((len(z),), (i + 1) / self.num_steps)
            z = z + self.flow(z, when) / self.num_steps
        return z
