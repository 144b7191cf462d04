# problem: diffusion-dpo-loss
import torch
import torch.nn.functional as F
def diffusion_dpo(model_pred_w, model_pred_l, ref_pred_w, ref_pred_l, target, beta):
    def err(p):
        return F.mse_loss(p, target, reduction="none").mean(dim=(1, 2, 3))
    margin = (err(ref_pred_w) - err(model_pred_w)) - (err(ref_pred_l) - err(model_pred_l))
    return F.softplus(-beta * margin).mean()
