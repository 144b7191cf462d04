# slip: tuple-counted
def accumulate_gradients(model, loss_fn, micro_batches):
    N = sum(len(b) for b in micro_batches)
    total = 0.0
    for batch in micro_batches:
        loss = loss_fn(model, batch) * (len(batch) / N)
        loss.backward()
        total += loss.item()
    return total
