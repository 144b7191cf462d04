# slip: none
def reverse_sde_step(x, t, dt, drift, diffusion, score, z):
    g = diffusion(t)
    return x - (drift(x, t) - g**2 * score(x, t) / 2) * dt + g * dt * z
