# slip: forward-step
def pf_ode_step(x, t, dt, drift, diffusion, score):
    return x + dt * (drift(x, t) - 0.5 * diffusion(t) ** 2 * score(x, t))
