"""Negative log-likelihood of a sequence under an autoregressive model (Bengio et al. 2003, JMLR 3, 1137-1155).

    log p(x) = Σ_t log p(x_t+1 | x_1 ... x_t),      loss = -1/(B (L-1)) Σ_b Σ_t log softmax(z_bt)[x_b,t+1]

The logits at position t come from the tokens up to t and predict the next one: logits and targets are shifted against each other
by one. The logits of the last position predict a token that is not there, and the first token is predicted by none.

Shapes: logits (B,L,V), tokens (B,L) long, L >= 2. Returns: a scalar, in nats per predicted token.
"""

from torch import Tensor


def autoregressive_nll(logits: Tensor, tokens: Tensor) -> Tensor:
    """Mean surprise about each token after the first."""
    log_p = logits[:, :-1].log_softmax(dim=-1)  # (B,L-1,V)
    target = tokens[:, 1:, None]  # (B,L-1,1)
    return -log_p.gather(-1, target).mean()
