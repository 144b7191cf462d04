import torch
import torch.nn.functional as F


def diffusion_dpo_loss(err_w, err_l, ref_err_w, ref_err_l, beta):
    """As in the released trainer: differences of model and of reference first."""
    model_losses = torch.cat([err_w, err_l])
    model_losses_w, model_losses_l = model_losses.chunk(2)
    with torch.no_grad():
        ref_losses_w, ref_losses_l = torch.cat([ref_err_w, ref_err_l]).chunk(2)
        ref_diff = ref_losses_w - ref_losses_l
    model_diff = model_losses_w - model_losses_l
    inside_term = -1 * beta * (model_diff - ref_diff)
    implicit_acc = (inside_term > 0).sum().float() / inside_term.size(0)
    return -1 * F.logsigmoid(inside_term).mean()
