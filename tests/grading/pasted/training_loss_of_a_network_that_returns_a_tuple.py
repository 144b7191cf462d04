# problem: ddpm-loss
# says: called as a network of diffusers
def noise_loss(unet, x0, alphas_cumprod):
    steps = torch.randint(0, len(alphas_cumprod), (len(x0),))
    noise = torch.randn_like(x0)
    kept = alphas_cumprod[steps].view(-1, *[1] * (x0.ndim - 1))
    mixed = kept.sqrt() * x0 + (1 - kept).sqrt() * noise
    return F.mse_loss(unet(mixed, steps, return_dict=False)[0], noise)
