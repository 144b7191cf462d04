import torch
def q_sample(x0, t, eps, alphas_bar):
    # x_t = cos(phi) x0 + sin(phi) eps
    phi = torch.atan2((1 - alphas_bar).sqrt(), alphas_bar.sqrt())[t]
    while phi.dim() < x0.dim():
        phi = phi.unsqueeze(-1)
    return torch.cos(phi) * x0 + torch.sin(phi) * eps
