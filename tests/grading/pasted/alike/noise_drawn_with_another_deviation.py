# problem: reverse-sde-step
# expect: fail
# not: right for what it covers
def em(x, t, dt, drift, diffusion, score):
    f, g = drift(x, t), diffusion(t)
    return x - (f - g**2 * score(x, t)) * dt + g * dt**0.5 * torch.normal(0.0, 2.0, size=x.shape)
