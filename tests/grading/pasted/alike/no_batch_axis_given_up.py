# problem: sequence-logprob
def get_batch_logps(logits, labels, loss_mask):
    labels, logits, loss_mask = labels[:, 1:], logits[:, :-1, :], loss_mask[:, 1:]
    per_token = torch.gather(logits.log_softmax(-1), 2, labels.unsqueeze(2)).squeeze(2)
    return (per_token * loss_mask).sum(-1)
