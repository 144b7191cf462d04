# problem: cfg-score
# not: unconditional
def guide(uncond, cond, scale):
    return torch.lerp(uncond, cond, scale)
