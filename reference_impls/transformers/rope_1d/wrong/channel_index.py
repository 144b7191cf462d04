# slip: frequency-doubled
import torch


def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    freqs = torch.tensor([theta ** (-2 * i / d) for i in range(0, d, 2)], dtype=torch.float64)
    ang = torch.arange(offset, offset + T, dtype=torch.float64)[:, None] * freqs
    even, odd = x[..., ::2].double(), x[..., 1::2].double()
    y = torch.stack((even * ang.cos() - odd * ang.sin(), odd * ang.cos() + even * ang.sin()), -1)
    return y.reshape(x.shape).to(x.dtype)
