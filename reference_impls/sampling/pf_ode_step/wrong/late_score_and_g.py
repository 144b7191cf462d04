# slip: none
def pf_ode_step(x, t, dt, drift, diffusion, score):
    g = diffusion(t)
    return x - (drift(x, t) - 0.5 * g * score(x, t - dt)) * dt
