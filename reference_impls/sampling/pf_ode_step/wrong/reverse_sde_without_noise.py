# slip: score-not-halved
def pf_ode_step(x, t, dt, drift, diffusion, score):
    g = diffusion(t)
    return x - (drift(x, t) - g * g * score(x, t)) * dt
