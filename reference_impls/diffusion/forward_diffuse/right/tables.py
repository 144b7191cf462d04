import torch


class ForwardProcess:
    """The two tables of factors, as training code registers them."""

    def __init__(self, alphas_bar):
        self.signal = torch.sqrt(alphas_bar)
        self.noise = torch.sqrt(1.0 - alphas_bar)

    @staticmethod
    def extract(table, t, shape):
        b = t.shape[0]
        return table.gather(-1, t).reshape(b, *((1,) * (len(shape) - 1)))

    def __call__(self, x0, t, eps):
        return self.extract(self.signal, t, x0.shape) * x0 + self.extract(self.noise, t, x0.shape) * eps


def q_sample(x0, t, eps, alphas_bar):
    return ForwardProcess(alphas_bar)(x0, t, eps)
