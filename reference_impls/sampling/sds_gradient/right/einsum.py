import torch


def sds_gradient(model, image, step, noise, text, table, scale=100.0):
    image, noise = image.detach(), noise.detach()
    signal = table[step].to(image)
    mixed = torch.einsum("b,b...->b...", signal.sqrt(), image) + torch.einsum("b,b...->b...", (1 - signal).sqrt(), noise)
    with torch.no_grad():
        free = model(mixed, step, None)
        held = model(mixed, step, text)
    residual = free.sub(noise).add(held - free, alpha=scale)
    return torch.einsum("b,b...->b...", 1 - signal, residual)
