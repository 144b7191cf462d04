# problem: reverse-sde-step
# expect: fail
# says: right for what it covers
def em(x, t, dt, drift, diffusion, score):
    f, g = drift(x, t), diffusion(t)
    z = torch.empty_like(x)
    z.normal_(std=dt**0.5)
    return x - (f - g**2 * score(x, t)) * dt + g * z
