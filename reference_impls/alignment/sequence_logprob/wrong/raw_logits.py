# slip: logits-summed
def sequence_logprob(logits, labels, mask):
    scores = logits[:, :-1].gather(-1, labels[:, 1:].unsqueeze(-1)).squeeze(-1)
    return (scores * mask[:, 1:]).sum(-1)
