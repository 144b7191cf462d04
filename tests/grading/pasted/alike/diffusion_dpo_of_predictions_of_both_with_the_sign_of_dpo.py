# problem: diffusion-dpo-loss
# expect: fail
def dpo_loss(model_pred, ref_pred, target, beta_dpo):
    model_losses = F.mse_loss(model_pred, target, reduction="none").mean(dim=[1, 2, 3])
    model_w, model_l = model_losses.chunk(2)
    with torch.no_grad():
        ref_losses = F.mse_loss(ref_pred, target, reduction="none").mean(dim=[1, 2, 3])
        ref_w, ref_l = ref_losses.chunk(2)
    inside = beta_dpo * ((model_w - model_l) - (ref_w - ref_l))
    return -F.logsigmoid(inside).mean()
