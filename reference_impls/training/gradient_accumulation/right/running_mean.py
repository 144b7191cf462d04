import torch


def accumulate_gradients(model, loss_fn, micro_batches):
    """Keeps what was there aside, and a running mean of loss and gradients."""
    before = [None if p.grad is None else p.grad.clone() for p in model.parameters()]
    model.zero_grad(set_to_none=True)
    seen, mean = 0, 0.0
    for batch in micro_batches:
        n = len(batch[0]) if type(batch) is tuple else len(batch)
        with torch.no_grad():
            for p in model.parameters():
                if p.grad is not None:
                    p.grad.mul_(seen / (seen + n))
        loss = loss_fn(model, batch)
        (loss * n / (seen + n)).backward()
        mean = (mean * seen + loss.item() * n) / (seen + n)
        seen += n
    with torch.no_grad():
        for p, old in zip(model.parameters(), before):
            if old is not None:
                p.grad.add_(old)
    return mean
