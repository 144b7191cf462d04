# problem: pf-ode-step
# says: your t_next gets t - dt
def ode_step(x, t, t_next, drift, diffusion, score):
    d = drift(x, t) - 0.5 * diffusion(t) ** 2 * score(x, t)
    return x + (t_next - t) * d
