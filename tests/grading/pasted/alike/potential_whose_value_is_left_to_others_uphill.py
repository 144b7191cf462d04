# problem: energy-score
# expect: fail
class Potential:
    def __init__(self, name, dim):
        self.name, self.dim = name, dim

    def value(self, x):
        raise NotImplementedError()

    def slope(self, x):
        with torch.enable_grad():
            x = x.detach().clone().requires_grad_(True)
            return torch.autograd.grad(self.value(x).sum(), x)[0]

    def score(self, x):
        return self.slope(x)
