import torch


def accumulate_gradients(model, loss_fn, micro_batches):
    params = [p for p in model.parameters() if p.requires_grad]
    grads = [torch.zeros_like(p) for p in params]
    count, total = 0, 0.0
    for batch in micro_batches:
        n = (batch[0] if isinstance(batch, tuple) else batch).size(0)
        loss = loss_fn(model, batch)
        for g, new in zip(grads, torch.autograd.grad(loss, params)):
            g += n * new
        total += n * float(loss)
        count += n
    for p, g in zip(params, grads):
        p.grad = g / count if p.grad is None else p.grad + g / count
    return total / count
