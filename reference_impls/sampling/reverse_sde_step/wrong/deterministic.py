# slip: score-halved-and-noise-left-out
def reverse_sde_step(x, t, dt, drift, diffusion, score, z):
    g = diffusion(t)
    return x - (drift(x, t) - g * g / 2 * score(x, t)) * dt
