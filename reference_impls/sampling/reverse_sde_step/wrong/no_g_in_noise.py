# slip: noise-without-g
def reverse_sde_step(x, t, dt, drift, diffusion, score, z):
    g = diffusion(t)
    return x - (drift(x, t) - g**2 * score(x, t)) * dt + dt**0.5 * z
