# problem: sequence-logprob
# says: your labels are -100 where mask is 0
def sequence_log_probs(batch):
    logits, labels = batch["logits"][:, :-1], batch["labels"][:, 1:]
    loss_mask = labels != -100
    safe = labels.masked_fill(~loss_mask, 0)
    logp = torch.gather(logits.log_softmax(-1), -1, safe.unsqueeze(-1)).squeeze(-1)
    return (logp * loss_mask).sum(-1)
