# slip: none
def reverse_sde_step(x, t, dt, drift, diffusion, score, z):
    return x + dt * score(x, t) + (2 * dt) ** 0.5 * z
