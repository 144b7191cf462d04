# problem: layer-norm
# expect: fail
# not: syntax error
class Norm:
    def __init__(self, dim, tiny):
        self.dim = dim
        self.tiny = tiny

    def norm(self, x, gamma, beta):
        mean = x.mean(-1, keepdim=True)
        var = x.var(-1, unbiased=False, keepdim=True)
        return (x - mean) / var.sqrt() * gamma + beta
