# problem: ddpm-loss
# says: your context is None
def ddpm_training_loss(network, clean, context, alphas_cumprod):
    t = torch.randint(0, len(alphas_cumprod), (len(clean),))
    noise = torch.randn_like(clean)
    kept = alphas_cumprod[t].view(-1, *[1] * (clean.dim() - 1))
    noisy = kept.sqrt() * clean + (1 - kept).sqrt() * noise
    return ((network(noisy, t, context) - noise) ** 2).mean()
