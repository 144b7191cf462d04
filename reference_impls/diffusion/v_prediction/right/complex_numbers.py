import torch


def to_v(x0, eps, alpha_bar):
    # (sqrt(ab) - i sqrt(1 - ab)) ... : x_t + i v is x0 + i eps turned back
    z = torch.complex(x0, eps) * complex(float(alpha_bar) ** 0.5, -((1 - float(alpha_bar)) ** 0.5))
    return z.imag


def from_v(x_t, v, alpha_bar):
    z = torch.complex(x_t, v) * complex(float(alpha_bar) ** 0.5, (1 - float(alpha_bar)) ** 0.5)
    return z.real, z.imag
