# problem: cfg
@torch.no_grad()
def cfg_eps(model, x_t, t, cond, guidance_scale=7.5):
    eps_u = model(x_t, t, None)
    eps_c = model(x_t, t, cond)
    return eps_u + guidance_scale * (eps_c - eps_u)
