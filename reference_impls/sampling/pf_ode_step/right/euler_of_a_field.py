def euler(field, x, t, h):
    return x + h * field(x, t)


def pf_ode_step(state, time, dt, drift, diffusion, score):
    def field(x, t):
        beta = diffusion(t) * diffusion(t)
        return drift(x, t) - beta / 2.0 * score(x, t)

    return euler(field, state, time, -dt)
