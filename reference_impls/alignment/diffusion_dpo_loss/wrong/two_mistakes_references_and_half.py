# slip: reference-sign
import torch.nn.functional as F


def diffusion_dpo_loss(err_w, err_l, ref_err_w, ref_err_l, beta):
    better = (ref_err_l - err_w) - (ref_err_w - err_l)
    return 0.5 * F.softplus(-beta * better).mean()
