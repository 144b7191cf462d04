# problem: rope-1d
# says: makes the table
def rotations(dim, seqlen, base=10000.0):
    rates = base ** -(torch.arange(0, dim, 2, dtype=torch.float32) / dim)
    angles = torch.outer(torch.arange(seqlen), rates)
    return torch.polar(torch.ones_like(angles), angles)


@torch.jit.script
def rotate(x, freqs_cis):
    pairs = torch.view_as_complex(x.float().unflatten(-1, (-1, 2)).contiguous())
    turned = pairs * freqs_cis.view(1, x.size(1), 1, -1)
    return torch.view_as_real(turned).flatten(-2).to(x.dtype)
