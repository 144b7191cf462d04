# problem: film
# expect: invalid
# says: your class can't be built from x, gamma and beta
# not: transposed
class Modulation(nn.Module):
    def __init__(self, cond_dim, channels):
        super().__init__()
        self.both = nn.Linear(cond_dim, 2 * channels)

    def forward(self, x, cond):
        gamma, beta = self.both(cond).view(len(x), -1, 1, 1).chunk(2, 1)
        return x * (1 + gamma) + beta
