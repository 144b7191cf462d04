# problem: beta-schedules
# expect: fail
# says: Your code returns the betas
# not: yours has no such parameter
def betas_for(num_steps, kind="linear"):
    if kind == "linear":
        return torch.linspace(1e-4, 0.02, num_steps, dtype=torch.float64)
    if kind != "cosine":
        raise ValueError(kind)
    f = torch.cos((torch.arange(num_steps + 1, dtype=torch.float64) / num_steps + 0.008) / 1.008 * math.pi / 2) ** 2
    return (1 - f[1:] / f[:-1]).clamp(max=0.999)
