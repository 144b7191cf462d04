# problem: cfg
# not: yours has no such parameter
def guided(unet, latents, t, cond, guidance_scale=3.0):
    with torch.no_grad():
        base = unet(latents, t, None)
        return base + guidance_scale * (unet(latents, t, cond) - base)
