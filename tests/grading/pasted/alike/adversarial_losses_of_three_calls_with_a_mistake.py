# problem: gan-losses
# expect: fail
# says: minimax loss
def both_losses(discriminator, real_images, fake_images):
    criterion = nn.BCEWithLogitsLoss()
    on_real = discriminator(real_images)
    on_fake = discriminator(fake_images.detach())
    d_loss = criterion(on_real, torch.ones_like(on_real)) + criterion(on_fake, torch.zeros_like(on_fake))
    on_fake = discriminator(fake_images)
    return d_loss, -criterion(on_fake, torch.zeros_like(on_fake))
