# problem: flow-eps-to-velocity
# expect: fail
class LinearPath:
    @staticmethod
    def like(t, x):
        return t.view(t.size(0), *([1] * (x.dim() - 1)))

    def velocity_from_noise(self, x, noise, t):
        t = self.like(t, x)
        alpha, d_alpha = t, 1
        sigma, d_sigma = 1 - t, 1
        ratio = d_alpha / alpha
        return ratio * x + (d_sigma - ratio * sigma) * noise
