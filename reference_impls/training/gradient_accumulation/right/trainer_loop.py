def num_items(batch):
    first = batch[0] if isinstance(batch, (tuple, list)) else batch
    return first.shape[0]


def accumulate_gradients(model, loss_fn, micro_batches):
    """The number of items of the whole accumulation window first, as trainers do since they fixed the mean of means."""
    num_items_in_batch = sum(num_items(b) for b in micro_batches)
    tr_loss = 0.0
    for inputs in micro_batches:
        loss = loss_fn(model, inputs)
        scaled = loss * num_items(inputs) / num_items_in_batch
        scaled.backward()
        tr_loss += scaled.detach()
    return tr_loss.item()
