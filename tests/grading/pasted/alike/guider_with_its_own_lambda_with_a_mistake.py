# problem: cfg-rectified
# expect: fail
class RectifiedCFGPP:
    def __init__(self, transformer, guidance_lambda=0.5):
        self.transformer, self.lam = transformer, guidance_lambda
    @torch.no_grad()
    def step(self, latents, t, t_next, cond):
        dt = t_next - t
        v_c = self.transformer(latents, t, cond)
        mid = latents + 0.5 * dt * v_c
        tm = t + 0.5 * dt
        g = self.transformer(mid, tm, cond) - self.transformer(mid, t, None)
        return latents + dt * (v_c + self.lam * g)
