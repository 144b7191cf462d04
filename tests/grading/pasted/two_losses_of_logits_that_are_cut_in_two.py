# problem: gan-losses
# expect: error
# says: logits can't hold real and fake, whose shapes differ here
import torch.nn.functional as F
def losses(logits):
    real, fake = logits.chunk(2)
    d = F.softplus(-real).mean() + F.softplus(fake).mean()
    return d, F.softplus(-fake).mean()
