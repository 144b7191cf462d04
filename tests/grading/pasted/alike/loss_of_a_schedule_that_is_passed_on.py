# problem: ddpm-loss
# says: given in your schedule: alphas_cumprod
def level(values, t, x):
    return values[t].view(-1, *[1] * (x.dim() - 1))


def add_noise(x, t, eps, schedule):
    bar = level(schedule["alphas_cumprod"], t, x)
    return bar.sqrt() * x + (1 - bar).sqrt() * eps


def training_loss(model, x0, schedule, T):
    t = torch.randint(0, T, (len(x0),))
    eps = torch.randn_like(x0)
    return F.mse_loss(model(add_noise(x0, t, eps, schedule), t), eps)
