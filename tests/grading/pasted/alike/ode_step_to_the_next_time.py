# problem: pf-ode-step
# expect: fail
# says: Your code treats dt as the time to go to.
# not: Your code adds the bracket times dt
def pf_ode_step(x, t, t_next, drift, diffusion, score):
    slope = drift(x, t) - 0.5 * diffusion(t) ** 2 * score(x, t)
    return x + (t_next - t) * slope
