# problem: gan-losses
# says: discriminator_loss and generator_loss are graded together
bce = nn.BCEWithLogitsLoss()

def generator_loss(fake_output):
    return bce(fake_output, torch.ones_like(fake_output))

def discriminator_loss(real_output, fake_output):
    return bce(real_output, torch.ones_like(real_output)) + bce(fake_output, torch.zeros_like(fake_output))
