# slip: time-after-the-step
def pf_ode_step(x, t, dt, drift, diffusion, score):
    s = t - dt
    return x - dt * (drift(x, s) - 0.5 * diffusion(s) ** 2 * score(x, s))
