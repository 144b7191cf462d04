# slip: no-reference
import torch.nn.functional as F


def diffusion_dpo_loss(err_w, err_l, ref_err_w, ref_err_l, beta):
    return -F.logsigmoid(-0.5 * beta * (err_w - err_l)).mean()
