# problem: rms-norm
class Norm:
    def __init__(self, config):
        self.config = config

    def __call__(self, x, weight):
        eps = self.config.get("eps", 1e-6)
        return x * (x.pow(2).mean(-1, keepdim=True) + eps).rsqrt() * weight
