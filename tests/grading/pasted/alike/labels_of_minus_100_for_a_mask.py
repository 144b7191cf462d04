# problem: sequence-logprob
# says: your labels are -100 where mask is 0
import torch


def compute_sequence_logprobs(logits, labels):
    logprobs = torch.log_softmax(logits, dim=-1)

    labels_shifted = labels[:, 1:]
    logprobs_shifted = logprobs[:, :-1, :]

    mask = labels_shifted != -100
    safe_labels = labels_shifted.clone()
    safe_labels[~mask] = 0

    gathered = torch.gather(logprobs_shifted, dim=2, index=safe_labels.unsqueeze(-1)).squeeze(-1)
    return (gathered * mask).sum(dim=1)
