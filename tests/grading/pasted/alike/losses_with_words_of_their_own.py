# problem: gan-losses
# says: discriminator_logistic_loss and generator_saturating_not_loss are graded together as gan_losses
# not: is graded as
def discriminator_logistic_loss(real, fake):
    return F.softplus(-real).mean() + F.softplus(fake).mean()


def generator_saturating_not_loss(fake):
    return F.softplus(-fake).mean()
