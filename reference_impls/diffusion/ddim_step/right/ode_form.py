import torch


class Solution:
    """In the variable x / sqrt(ab), with rho = sqrt((1 - ab) / ab)."""

    @torch.inference_mode()
    def ddim_step(self, x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
        a, b = (torch.as_tensor(v, dtype=torch.float64) for v in (ab_t, ab_prev))
        s = eta * torch.sqrt((1 - b) / (1 - a) * (1 - a / b))
        rho = torch.sqrt((1 - a) / a)
        rho_next = torch.sqrt((1 - b - s * s) / b)
        out = torch.sqrt(b) * (x_t / torch.sqrt(a) + (rho_next - rho) * eps)
        if z is not None:
            out = out + s * z
        return out.to(x_t.dtype)
