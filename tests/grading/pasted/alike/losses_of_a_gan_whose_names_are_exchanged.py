# problem: gan-losses
# expect: fail

def losses(real_logits, fake_logits):
    g_loss = F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()
    d_loss = F.softplus(-fake_logits).mean()
    return g_loss, d_loss
