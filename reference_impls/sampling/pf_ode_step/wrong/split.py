# slip: none
def pf_ode_step(x, t, dt, drift, diffusion, score):
    x = x - dt * drift(x, t)
    return x - diffusion(t) ** 2 / 2 * score(x, t) * dt
