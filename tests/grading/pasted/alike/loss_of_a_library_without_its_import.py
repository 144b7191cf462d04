# problem: autoregressive-nll
# says: supplied: from torch.nn import CrossEntropyLoss
def loss_of(logits, labels):
    guesses = logits[..., :-1, :].contiguous()
    return CrossEntropyLoss()(guesses.view(-1, guesses.size(-1)), labels[..., 1:].contiguous().view(-1))
