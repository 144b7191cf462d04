# problem: v-prediction
# expect: fail
# says: your t is an index of a schedule
class Schedule:
    def __init__(self, alphas_cumprod):
        self.alphas_cumprod = alphas_cumprod

    def _coef(self, t, like):
        a = self.alphas_cumprod[t]
        while a.dim() < like.dim():
            a = a[..., None]
        return a

    def to_v(self, x0, eps, t):
        a = self._coef(t, x0)
        return a.sqrt() * eps + (1 - a).sqrt() * x0

    def from_v(self, x_t, v, t):
        a = self._coef(t, x_t)
        return a.sqrt() * x_t - (1 - a).sqrt() * v, (1 - a).sqrt() * x_t + a.sqrt() * v
