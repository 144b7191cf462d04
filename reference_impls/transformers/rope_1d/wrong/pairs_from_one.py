# slip: pairs-from-1
import torch


def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    freqs = theta ** (-2 * torch.arange(1, d // 2 + 1).double() / d)
    m = torch.arange(T, device=x.device).double() + offset
    z = torch.view_as_complex(x.double().reshape(*x.shape[:-1], d // 2, 2).contiguous())
    turn = torch.polar(torch.ones(T, d // 2, dtype=torch.float64), torch.outer(m, freqs))
    return torch.view_as_real(z * turn).reshape(x.shape).to(x.dtype)
