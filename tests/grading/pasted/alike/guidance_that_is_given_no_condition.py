# problem: cfg
@torch.no_grad()
def cfg_sample(model, x, t, cond, uncond, guidance_scale=5.0):
    eps_uncond = model(x, t, uncond)
    return eps_uncond + guidance_scale * (model(x, t, cond) - eps_uncond)
