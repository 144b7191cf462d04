# problem: euler-step
# says: a time for each sample: they are equal
def ode_step(model, x, t, dt):
    t_batch = t * torch.ones(x.size(0), *[1] * (x.dim() - 1))
    return x + model(x, t_batch) * dt
