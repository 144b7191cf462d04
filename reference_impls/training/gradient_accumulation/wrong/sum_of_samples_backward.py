# slip: gradients-not-divided
import torch


def accumulate_gradients(model, loss_fn, micro_batches):
    seen, loss_total = 0, 0.0
    for data in micro_batches:
        head = data[0] if isinstance(data, tuple) else data
        bs = head.size(0)
        summed = loss_fn(model, data) * bs
        summed.backward()
        loss_total += summed.item()
        seen += bs
    return loss_total / seen
