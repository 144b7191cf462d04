import torch


class V:
    def __init__(self, alpha_bar):
        self.a = torch.tensor(float(alpha_bar), dtype=torch.float32).sqrt()
        self.s = torch.tensor(1 - float(alpha_bar), dtype=torch.float32).sqrt()

    def encode(self, x0, eps):
        out = eps.clone()
        out.mul_(self.a)
        out.sub_(self.s * x0)
        return out

    def decode(self, x_t, v):
        x0 = x_t.clone().mul_(self.a).sub_(v * self.s)
        eps = torch.addcmul(self.a * v, self.s.to(x_t.dtype).expand_as(x_t), x_t)
        return x0, eps


def to_v(x0, eps, alpha_bar):
    return V(alpha_bar).encode(x0, eps)


def from_v(x_t, v, alpha_bar):
    return V(alpha_bar).decode(x_t, v)
