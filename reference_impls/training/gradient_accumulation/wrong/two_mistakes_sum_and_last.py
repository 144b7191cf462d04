# slip: none
def accumulate_gradients(model, loss_fn, micro_batches):
    for batch in micro_batches:
        loss = loss_fn(model, batch)
        loss.backward()
    return loss.item()
