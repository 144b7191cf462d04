# slip: heun
def pf_ode_step(x, t, dt, drift, diffusion, score):
    def v(x, t):
        return drift(x, t) - diffusion(t) ** 2 * score(x, t) / 2

    k1 = v(x, t)
    k2 = v(x - dt * k1, t - dt)
    return x - dt * (k1 + k2) / 2
