# slip: sign
import torch.nn.functional as F


def diffusion_dpo_loss(err_w, err_l, ref_err_w, ref_err_l, beta):
    return -F.logsigmoid(beta * ((err_w - ref_err_w) - (err_l - ref_err_l))).sum()
