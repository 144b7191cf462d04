# slip: second-tensor-of-the-tuple
def accumulate_gradients(model, loss_fn, micro_batches):
    def size(batch):
        if isinstance(batch, tuple):
            _, labels, *_ = batch
            return labels.shape[0]
        return batch.shape[0]

    samples = sum(size(batch) for batch in micro_batches)
    mean = 0.0
    for batch in micro_batches:
        loss = loss_fn(model, batch)
        share = size(batch) / samples
        (loss * share).backward()
        mean += loss.item() * share
    return mean
