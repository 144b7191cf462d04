# problem: flow-sample
# says: your cond is None
@torch.no_grad()
def euler_sample(model, x0, cond, n_steps):
    x = x0
    for i in range(n_steps):
        t = torch.full((x.shape[0],), i / n_steps, dtype=x.dtype)
        x = x + model(x, t, cond=cond) / n_steps
    return x
