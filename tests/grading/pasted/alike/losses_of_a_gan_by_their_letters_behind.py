# problem: gan-losses
# says: its loss_D, loss_G are graded
def adversarial_losses(d_fake, d_real):
    loss_D = F.softplus(-d_real).mean() + F.softplus(d_fake).mean()
    loss_G = F.softplus(-d_fake).mean()
    return {"loss_G": loss_G, "loss_D": loss_D}
