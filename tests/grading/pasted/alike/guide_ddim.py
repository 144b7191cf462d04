# problem: ddim-sample
# expect: fail
# says: right for what it covers
# says: The problem gives x_T
@torch.no_grad()
def ddim_sample(model, shape, alphas_bar, steps, device="cpu"):
    T = len(alphas_bar)
    x = torch.randn(shape, device=device, dtype=alphas_bar.dtype)
    grid = [(T - 1) * (steps - i) // steps for i in range(steps + 1)]
    for t, s in zip(grid[:-1], grid[1:]):
        t_batch = torch.full((shape[0],), t, device=device, dtype=torch.long)
        eps = model(x, t_batch)
        x0 = (x - (1 - alphas_bar[t]).sqrt() * eps) / alphas_bar[t].sqrt()
        x = alphas_bar[s].sqrt() * x0 + (1 - alphas_bar[s]).sqrt() * eps
    return x
