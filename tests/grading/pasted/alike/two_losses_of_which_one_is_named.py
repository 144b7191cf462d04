# problem: gan-losses
# says: graded together
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()


def fooling_loss(fake_logits):
    return F.softplus(-fake_logits).mean()
