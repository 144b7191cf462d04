# problem: rf-loss
# expect: invalid
# says: it defines: Flow.forward, Flow.sample; if one of them is meant
# not: Flow.sample is graded
import torch


class Flow:
    def __init__(self, model, ln=True):
        self.model = model
        self.ln = ln

    def forward(self, x, cond):
        b = x.size(0)
        t = torch.sigmoid(torch.randn((b,))) if self.ln else torch.rand((b,))
        texp = t.view([b, *([1] * len(x.shape[1:]))])
        z1 = torch.randn_like(x)
        vtheta = self.model((1 - texp) * x + texp * z1, t, cond)
        return ((z1 - x - vtheta) ** 2).mean(), list(zip(t, vtheta))

    @torch.no_grad()
    def sample(self, z, cond, null_cond=None, sample_steps=50, cfg=2.0):
        b, images = z.size(0), [z]
        for i in range(sample_steps, 0, -1):
            z = z - self.model(z, torch.full((b,), i / sample_steps), cond) / sample_steps
            images.append(z)
        return images
