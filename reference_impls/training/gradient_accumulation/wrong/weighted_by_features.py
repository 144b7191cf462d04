# slip: entries-counted
def accumulate_gradients(model, loss_fn, micro_batches):
    size = lambda b: b[0].numel() if isinstance(b, tuple) else b.numel()
    N = sum(size(b) for b in micro_batches)
    total = 0.0
    for batch in micro_batches:
        loss = loss_fn(model, batch) * size(batch) / N
        loss.backward()
        total += loss.item()
    return total
