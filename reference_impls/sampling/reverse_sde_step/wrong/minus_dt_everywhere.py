# slip: none
def reverse_sde_step(x, t, dt, drift, diffusion, score, z):
    g = diffusion(t)
    dt = -dt
    return x + (drift(x, t) - g * g * score(x, t)) * dt + g * dt * z
