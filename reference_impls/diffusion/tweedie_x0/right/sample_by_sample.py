import torch


class Tweedie:
    def __init__(self, alpha_bar):
        self.a = float(alpha_bar)

    def __call__(self, x, e):
        if x.dim() == 0:
            return (x - (1 - self.a) ** 0.5 * e) / self.a**0.5
        return torch.stack([self(p, q) for p, q in zip(x, e)])


def predict_x0(x_t, eps, alpha_bar):
    return Tweedie(alpha_bar)(x_t, eps)
