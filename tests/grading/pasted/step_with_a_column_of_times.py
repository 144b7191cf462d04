# problem: euler-step
# says: one time for each sample, all alike
def ode_step(model, x, t, dt):
    t_batch = t * torch.ones(x.size(0), *[1] * (x.dim() - 1))
    return x + model(x, t_batch) * dt
