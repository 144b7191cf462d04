# problem: sequence-logprob
def batch_logps(lm, batch_ids, labels):
    logits = lm(batch_ids).logits[:, :-1]
    labels = labels[:, 1:].clone()
    keep = labels != -100
    labels[~keep] = 0
    each = logits.log_softmax(-1).gather(-1, labels.unsqueeze(-1)).squeeze(-1)
    return (each * keep).sum(-1)
