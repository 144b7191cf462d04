# problem: masked-diffusion-loss
# expect: invalid
# says: Your code also needs model, which the problem doesn't give
def masked_diffusion_loss(model, x0, mask_id, eps=1e-3):
    B, L = x0.shape
    t = torch.rand(B, 1, device=x0.device).clamp(min=eps)
    masked = torch.rand(B, L, device=x0.device) < t
    xt = torch.where(masked, torch.full_like(x0, mask_id), x0)
    logits = model(xt)
    nll = F.cross_entropy(logits.transpose(1, 2), x0, reduction="none")
    return ((nll * masked).sum(1) / t.squeeze(1)).mean() / L
