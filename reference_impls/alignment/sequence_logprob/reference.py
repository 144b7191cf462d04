"""Log-probability of an answer given its prompt, the sum over its tokens (the log π(y|x) of DPO; Rafailov et al. 2023,
arXiv:2305.18290, eq. 7).

    log π(y | x) = Σ_{t≥1} m_t log p(y_t | y_<t),      p(· | y_<t) = softmax(logits[t-1])

A causal model's logits at position t-1 have read the tokens up to t-1: they predict token t, and nothing predicts token 0. The
mask says which *tokens* belong to the answer, so it is cut like the labels. A sum, no mean: a product of probabilities.

Shapes: logits (B,T,V), labels (B,T) int64, mask (B,T), 1 = a token of the answer. Returns: (B,).
"""

from torch import Tensor


def sequence_logprob(logits: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    """Σ_t mask[t] log p(labels[t]), with p from the logits one position before."""
    log_probs = logits[:, :-1].log_softmax(dim=-1)  # (B,T-1,V)
    targets = labels[:, 1:].unsqueeze(-1)  # (B,T-1,1)
    token_logp = log_probs.gather(dim=-1, index=targets).squeeze(-1)  # (B,T-1)
    return (token_logp * mask[:, 1:]).sum(dim=-1)
