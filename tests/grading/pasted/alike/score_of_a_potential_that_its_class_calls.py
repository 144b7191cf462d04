# problem: energy-score
# not: can only be made
class Potential:
    def __init__(self, potential, label="U"):
        self.label = label
        self.potential = potential

    def slope(self, points):
        with torch.enable_grad():
            leaf = points.detach().clone().requires_grad_(True)
            (slope,) = torch.autograd.grad(self.potential(leaf).sum(), leaf)
        return slope

    def score(self, points):
        return -self.slope(points)
