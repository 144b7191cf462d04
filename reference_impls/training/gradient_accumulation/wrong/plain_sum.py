# slip: not-divided
def accumulate_gradients(model, loss_fn, micro_batches):
    total = 0.0
    for batch in micro_batches:
        loss = loss_fn(model, batch)
        loss.backward()
        total += loss.item()
    return total
