# slip: existing-gradients-divided
def accumulate_gradients(model, loss_fn, micro_batches):
    size = lambda b: len(b[0]) if isinstance(b, tuple) else len(b)
    N, total = 0, 0.0
    for batch in micro_batches:
        loss = loss_fn(model, batch) * size(batch)
        loss.backward()
        total += loss.item()
        N += size(batch)
    for p in model.parameters():
        p.grad.div_(N)
    return total / N
