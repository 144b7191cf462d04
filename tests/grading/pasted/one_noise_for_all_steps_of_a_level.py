# problem: annealed-langevin
# expect: fail
# not: right for what it covers
class Sampler:
    def __init__(self, score_net, sigmas, n_steps=100, eps=2e-5):
        self.score_net, self.sigmas, self.n_steps, self.eps = score_net, sigmas, n_steps, eps

    def sample(self, x):
        for sigma in self.sigmas:
            a = self.eps * (sigma / self.sigmas[-1]) ** 2
            z = torch.randn_like(x)
            for _ in range(self.n_steps):
                x = x + a / 2 * self.score_net(x, sigma) + a**0.5 * z
        return x
