# problem: gan-losses
# expect: fail
# says: are graded together as gan_losses
import torch.nn.functional as F


def discriminator_loss_logistic(real_scores, fake_scores):
    on_real = F.softplus(-real_scores)
    on_fake = F.softplus(fake_scores)
    return on_real.mean() + on_fake.mean()


def generator_loss_saturating(fake_scores):
    """The discriminator's own loss on fakes with a minus."""
    return -F.softplus(fake_scores).mean()
