# problem: gradient-accumulation
# expect: fail
# says: keeps only the gradient of the last micro-batch
# not: Your code clears
import torch


def accumulate_gradients(model, loss_fn, micro_batches):
    counts = [len(batch[0] if isinstance(batch, tuple) else batch) for batch in micro_batches]
    whole, mean = sum(counts), 0.0
    for parameter in model.parameters():
        parameter.grad = None
    for batch, count in zip(micro_batches, counts):
        loss = loss_fn(model, batch) * (count / whole)
        mean += loss.item()
    loss.backward()
    return mean
