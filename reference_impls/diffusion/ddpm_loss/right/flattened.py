import torch


def q_sample(x0, t, eps, alphas_bar):
    flat = x0.flatten(1)
    signal, sigma = alphas_bar.sqrt()[t][:, None], (1 - alphas_bar).sqrt()[t][:, None]
    return (signal * flat + sigma * eps.flatten(1)).view_as(x0)


def ddpm_loss(model, x0, alphas_bar):
    t = torch.multinomial(torch.ones(len(alphas_bar)), x0.shape[0], replacement=True)
    eps = torch.randn_like(x0)
    pred = model(q_sample(x0, t, eps, alphas_bar).detach(), t)
    return torch.mean((pred - eps) ** 2)
