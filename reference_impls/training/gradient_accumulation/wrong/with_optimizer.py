# slip: none
import torch


def accumulate_gradients(model, loss_fn, micro_batches):
    size = lambda b: len(b[0]) if isinstance(b, tuple) else len(b)
    N = sum(size(b) for b in micro_batches)
    total = 0.0
    for batch in micro_batches:
        loss = loss_fn(model, batch) * size(batch) / N
        loss.backward()
        total += loss.item()
    with torch.no_grad():
        for p in model.parameters():
            p -= 0.01 * p.grad
    return total
