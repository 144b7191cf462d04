# problem: ddpm-loss
def ddpm_loss(eps_model, x_0, alphas_cumprod):
    B, T = x_0.shape[0], alphas_cumprod.shape[0]
    t = torch.randint(0, T, (B,), device=x_0.device)
    noise = torch.randn_like(x_0)
    ab = alphas_cumprod[t].view(B, *([1] * (x_0.dim() - 1)))
    x_t = ab.sqrt() * x_0 + (1 - ab).sqrt() * noise
    return F.mse_loss(eps_model(x_t, t), noise)
