# problem: gan-losses
# says: its d_loss, g_loss are graded
import torch.nn.functional as F


def compute_losses(d_real, d_fake):
    loss_d = F.softplus(-d_real).mean() + F.softplus(d_fake).mean()
    loss_g = F.softplus(-d_fake).mean()
    return {"g_loss": loss_g, "d_loss": loss_d}
