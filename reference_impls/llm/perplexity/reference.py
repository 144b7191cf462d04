"""Perplexity of a language model (Bengio et al. 2003, JMLR 3:1137, section 2).

    PPL = exp( 1/N Σ_n -log softmax(z_n)[y_n] ),   n over the N kept tokens of the whole batch

The geometric mean of 1/p(token): a model that gives every token the probability 1/V has perplexity V. The average is taken
of logarithms, over tokens; averages of perplexities, or of sequences of different lengths, are other numbers.

Shapes: logits (B,T,V), targets (B,T) int64, aligned: the logits at t are for the target at t. Targets equal to ignore_index
do not count. Returns: a scalar, at least 1.
"""

from torch import Tensor


def perplexity(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    """exp of the mean negative log-likelihood of the kept tokens."""
    kept = targets != ignore_index  # (B,T)
    log_probs = logits[kept].log_softmax(dim=-1)  # (N,V)
    nll = -log_probs.gather(dim=-1, index=targets[kept].unsqueeze(-1))  # (N,1)
    return nll.mean().exp()
