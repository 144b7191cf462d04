# slip: mean-inside
import torch.nn.functional as F


def diffusion_dpo_loss(err_w, err_l, ref_err_w, ref_err_l, beta):
    m = beta * (err_l - err_w) - (ref_err_l - ref_err_w)
    return -F.logsigmoid(m.mean())
