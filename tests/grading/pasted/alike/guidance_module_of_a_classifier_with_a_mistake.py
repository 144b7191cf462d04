# problem: classifier-guidance
# expect: fail
class ClassifierGuidance(nn.Module):
    def __init__(self, classifier, guidance_scale=1.0):
        super().__init__()
        self.classifier = classifier
        self.guidance_scale = guidance_scale

    def log_prob_grad(self, x, labels):
        with torch.enable_grad():
            x = x.detach().clone().requires_grad_()
            logits = self.classifier(x)
            lp = -F.cross_entropy(logits, labels, reduction="sum")
        return torch.autograd.grad(lp, x)[0]

    @torch.no_grad()
    def forward(self, x_t, noise_pred, alpha_cumprod, labels):
        g = self.log_prob_grad(x_t, labels)
        if torch.is_tensor(alpha_cumprod):
            sigma = (1 - alpha_cumprod).view(-1, *[1] * (x_t.ndim - 1))
        else:
            sigma = 1 - alpha_cumprod
        return noise_pred - self.guidance_scale * sigma * g
