# problem: volume-rendering
# expect: invalid
# says: The problem also asks for rgb: yours has no such parameter.
# not: also asks for t:
def volume_render(sigma, z_vals):
    dists = z_vals[..., 1:] - z_vals[..., :-1]
    alpha = 1 - torch.exp(-sigma * dists)
    trans = torch.cumprod(torch.cat([torch.ones_like(alpha[..., :1]), 1 - alpha + 1e-10], -1), -1)[..., :-1]
    weights = alpha * trans
    return weights.sum(-1), weights
