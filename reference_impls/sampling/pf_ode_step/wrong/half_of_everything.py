# slip: everything-halved
def pf_ode_step(x, t, dt, drift, diffusion, score):
    return x - 0.5 * dt * (drift(x, t) - diffusion(t) ** 2 * score(x, t))
