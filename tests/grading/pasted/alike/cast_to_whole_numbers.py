# problem: timestep-embedding
# expect: fail
# says: Your values are whole numbers (int64) where fractions are asked for.
def embed(t, dim, max_period=10000.0):
    steps = torch.arange(dim // 2, dtype=torch.float64) / (dim // 2)
    angles = t.double()[:, None] * max_period**-steps
    return torch.cat([angles.cos(), angles.sin()], dim=-1).to(t.dtype)
