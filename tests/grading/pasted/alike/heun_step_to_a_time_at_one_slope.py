# problem: heun-step
# expect: fail
# says: Your code takes an Euler step.
def heun_to(model, x, t, t_next):
    return x + (t_next - t) * model(x, t)
