# slip: loss-with-its-graph
def accumulate_gradients(model, loss_fn, micro_batches):
    sizes = [batch[0].size(0) if isinstance(batch, tuple) else batch.size(0) for batch in micro_batches]
    total_loss = 0
    for batch, size in zip(micro_batches, sizes):
        loss = loss_fn(model, batch) * size / sum(sizes)
        loss.backward()
        total_loss += loss
    return total_loss
