# problem: masked-diffusion-loss
# says: your labels are -100 where masked is 0
def diffusion_loss(logits, t, labels):
    flat = F.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=-100, reduction="none")
    return (flat.view_as(labels) / t[:, None]).mean()
