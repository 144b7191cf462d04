# slip: wasserstein
def gan_losses(real_logits, fake_logits):
    return fake_logits.mean() - real_logits.mean(), -fake_logits.mean()
