# problem: rope-1d
def rotate(x, **options):
    base = options.pop("theta", 10000.0)
    first = options.get("offset", 0)
    assert not set(options) - {"offset"}, "unknown options"
    d = x.shape[-1]
    freqs = base ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)
    angles = torch.outer(torch.arange(first, first + x.shape[-2], dtype=torch.float64), freqs)
    pairs = torch.view_as_complex(x.to(torch.float64).unflatten(-1, (-1, 2)).contiguous())
    turned = pairs * torch.polar(torch.ones_like(angles), angles)
    return torch.view_as_real(turned).flatten(-2).to(x.dtype)
