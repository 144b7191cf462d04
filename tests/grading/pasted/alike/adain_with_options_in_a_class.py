# problem: adain
# says: Your default of epsilon is 0.001
class AdaptiveNorm:
    def __init__(self, **options):
        self.epsilon = options.get("epsilon", 1e-3)
        self.axes = (2, 3)

    def moments(self, x):
        mean = x.mean(dim=self.axes, keepdim=True)
        return mean, ((x - mean).square().mean(dim=self.axes, keepdim=True) + self.epsilon).sqrt()

    def __call__(self, content, style):
        (mc, sc), (ms, ss) = self.moments(content), self.moments(style)
        return ss * (content - mc) / sc + ms
