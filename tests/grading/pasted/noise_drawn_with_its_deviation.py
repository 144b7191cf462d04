# problem: reverse-sde-step
# expect: fail
# says: right for what it covers
def em(x, t, dt, drift, diffusion, score):
    f, g = drift(x, t), diffusion(t)
    return x - (f - g**2 * score(x, t)) * dt + g * torch.normal(0.0, dt**0.5, size=x.shape)
