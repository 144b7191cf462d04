# problem: dsm-loss
def multi_level_loss(net, batch, sigmas, labels=None, hook=None):
    if labels is None:
        labels = torch.randint(0, len(sigmas), (len(batch),), device=batch.device)
    level = sigmas[labels].view(len(batch), *([1] * (batch.ndim - 1)))
    noise = torch.randn_like(batch)
    gap = level * net(batch + level * noise, labels) + noise
    each = 0.5 * gap.flatten(1).square().sum(dim=1)
    if hook is not None:
        hook(each, labels)
    return each.mean()
