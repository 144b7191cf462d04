import torch


def sinusoidal_encoding(length: int, d: int, base: float = 10000.0) -> torch.Tensor:
    half = d // 2
    freq = torch.logspace(0, -(half - 1) / half, half, base=base, dtype=torch.float64)
    z = torch.polar(torch.ones(length, half, dtype=torch.float64), torch.arange(length).double()[:, None] * freq)
    return torch.view_as_real(z).flip(-1).flatten(1).float()
