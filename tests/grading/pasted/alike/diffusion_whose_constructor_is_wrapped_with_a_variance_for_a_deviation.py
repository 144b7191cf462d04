# problem: forward-diffuse
# expect: fail
class WithAfterInit(nn.Module):
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)

        def wrap(before):
            def init(self, *args, **kwargs):
                before(self, *args, **kwargs)
                self.after_init()

            return init

        cls.__init__ = wrap(cls.__init__)

    def after_init(self):
        pass


class Diffusion(WithAfterInit):
    def __init__(self, betas):
        super().__init__()
        self.alphas_cumprod = np.cumprod(1.0 - betas)

    def after_init(self):
        levels = torch.as_tensor(self.alphas_cumprod, dtype=torch.float32)
        del self.alphas_cumprod
        self.register_buffer("alphas_cumprod", levels)

    def q_sample(self, x_start, t, noise):
        level = self.alphas_cumprod[t].reshape(-1, *[1] * (x_start.ndim - 1))
        return level.sqrt() * x_start + (1 - level) * noise
