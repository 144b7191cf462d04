# slip: forward-step
def reverse_sde_step(x, t, dt, drift, diffusion, score, z):
    g = diffusion(t)
    return x + (drift(x, t) - g * g * score(x, t)) * dt + g * dt**0.5 * z
