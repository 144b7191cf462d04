import torch


class Scorer:
    """Aligns predictions with labels by a zero in front, where nothing is predicted."""

    def token_scores(self, logits, labels):
        logp = logits.float().log_softmax(-1)
        picked = logp[:, :-1].gather(-1, labels[:, 1:, None]).squeeze(-1)
        return torch.cat([picked.new_zeros(len(labels), 1), picked], dim=1)

    def __call__(self, logits, labels, mask):
        return (self.token_scores(logits, labels) * mask).sum(-1)


def sequence_logprob(logits, labels, mask):
    return Scorer()(logits, labels, mask)
