import torch


def rope_half(x, theta=10000.0, offset=0):
    *lead, T, d = x.shape
    y = x.to(torch.float64).reshape(-1, T, 2, d // 2)
    freq = torch.tensor([theta ** (-2 * i / d) for i in range(d // 2)], dtype=torch.float64)
    ang = torch.arange(offset, offset + T, dtype=torch.float64).unsqueeze(1) @ freq.unsqueeze(0)
    R = torch.stack([torch.stack([ang.cos(), -ang.sin()]), torch.stack([ang.sin(), ang.cos()])])
    return torch.einsum("pqti,ntqi->ntpi", R, y).reshape(x.shape).to(x.dtype)
