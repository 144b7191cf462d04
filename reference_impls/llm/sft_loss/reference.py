"""Next-token loss on the response alone (Touvron et al. 2023, Llama 2, arXiv:2307.09288, section 3.1).

    L = Σ_{b, t>=1} m_{b,t} · -log softmax(z_{b,t-1})[y_{b,t}]  /  Σ_{b, t>=1} m_{b,t}

The logits at position t-1 have seen the tokens up to t-1 and predict token t. The mask says which *tokens* are the response,
so it is cut like the labels, not like the logits. Both sums run over the whole batch: a mean of the sequences' means would
weigh a token of a short response more.

Shapes: logits (B,T,V), labels (B,T) int64, response_mask (B,T), 1 or True = a token of the response.
Returns: a scalar; 0 where nothing is to be predicted.
"""

from torch import Tensor


def sft_loss(logits: Tensor, labels: Tensor, response_mask: Tensor) -> Tensor:
    """Mean negative log-likelihood of the response tokens of the batch."""
    log_probs = logits[:, :-1].log_softmax(dim=-1)  # (B,T-1,V)
    targets = labels[:, 1:]  # (B,T-1)
    mask = response_mask[:, 1:].to(logits.dtype)  # (B,T-1)
    nll = -log_probs.gather(dim=-1, index=targets.unsqueeze(-1)).squeeze(-1)  # (B,T-1)
    return (nll * mask).sum() / mask.sum().clamp(min=1)
