# problem: diffusion-dpo-loss
# says: your model_losses holds err_w and err_l
import torch
import torch.nn.functional as F


def dpo_step_loss(model_losses, ref_losses, beta_dpo):
    """model_losses, ref_losses: (2B,), the winners first and then the losers, as the collate function stacks them."""
    model_losses_w, model_losses_l = model_losses.chunk(2)
    ref_losses_w, ref_losses_l = ref_losses.chunk(2)
    model_diff = model_losses_w - model_losses_l
    ref_diff = ref_losses_w - ref_losses_l
    inside_term = -beta_dpo * (model_diff - ref_diff)
    implicit_acc = (inside_term > 0).float().mean()
    loss = -F.logsigmoid(inside_term).mean()
    return loss, implicit_acc
