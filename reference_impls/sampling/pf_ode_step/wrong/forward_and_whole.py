# slip: none
def pf_ode_step(x, t, dt, drift, diffusion, score):
    return x + (drift(x, t) - diffusion(t) ** 2 * score(x, t)) * dt
