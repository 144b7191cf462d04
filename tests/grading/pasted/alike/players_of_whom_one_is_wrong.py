# problem: gan-losses
# expect: fail
# says: d_loss_fn and g_loss_fn are graded together
def d_loss_fn(real_logits, fake_logits):
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()

def g_loss_fn(fake_logits):
    return -F.softplus(fake_logits).mean()
