# problem: diffusion-dpo-loss
# expect: fail
import torch
import torch.nn.functional as F
def diffusion_dpo(model_pred, ref_pred, target, beta):
    model_err = (model_pred + target).pow(2).mean(dim=[1, 2, 3])
    ref_err = (ref_pred + target).pow(2).mean(dim=[1, 2, 3])
    m_w, m_l = model_err.chunk(2)
    r_w, r_l = ref_err.chunk(2)
    inside = -beta * ((m_w - r_w) - (m_l - r_l))
    return -F.logsigmoid(inside).mean()
