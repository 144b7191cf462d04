# problem: masked-diffusion-loss
# expect: fail
def diffusion_loss(logits, labels, t):
    loss = F.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=-100)
    return loss / t.mean()
