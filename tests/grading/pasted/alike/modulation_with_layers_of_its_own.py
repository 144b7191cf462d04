# problem: film
# expect: invalid
# says: Modulation has weights that the problem doesn't give: scale.weight
class Modulation(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.scale = nn.Linear(width, width)

    def forward(self, x, gamma, beta):
        return x * (1 + self.scale(gamma)[..., None, None]) + beta[..., None, None]
