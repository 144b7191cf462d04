# problem: gradient-accumulation
import torch


def get_batch_size(inputs):
    if isinstance(inputs, (tuple, list)):
        return inputs[0].shape[0]
    return inputs.shape[0]


def training_window(model, batch_samples, compute_loss):
    num_items_in_batch = sum(get_batch_size(b) for b in batch_samples)
    tr_loss = 0.0
    for inputs in batch_samples:
        loss = compute_loss(model, inputs) * (get_batch_size(inputs) / num_items_in_batch)
        loss.backward()
        tr_loss += loss.detach().item()
    return tr_loss
