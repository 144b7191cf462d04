# problem: diffusion-dpo-loss
# expect: fail
import torch
import torch.nn.functional as F
def dpo_diffusion_loss(model_pred_w, model_pred_l, ref_pred_w, ref_pred_l, noise_w, noise_l, beta):
    err = lambda a, b: ((a - b) ** 2).mean(dim=(1, 2, 3))
    m = err(model_pred_w, noise_l) - err(model_pred_l, noise_w)
    r = err(ref_pred_w, noise_l) - err(ref_pred_l, noise_w)
    return -F.logsigmoid(-beta * (m - r)).mean()
