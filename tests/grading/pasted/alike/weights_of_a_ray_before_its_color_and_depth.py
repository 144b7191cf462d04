# problem: volume-rendering
# expect: fail
# says: Your code returns the last result first.
# not: exchanges results
def volume_render(sigma, rgb, t):
    d = t[:, 1:] - t[:, :-1]
    a = 1 - torch.exp(-sigma * d)
    T = torch.cat([torch.ones_like(a[:, :1]), torch.cumprod(1 - a, 1)[:, :-1]], 1)
    w = a * T
    mid = (t[:, 1:] + t[:, :-1]) / 2
    return w, (w[..., None] * rgb).sum(1), (w * mid).sum(1)
