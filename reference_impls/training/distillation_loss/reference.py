"""Knowledge distillation (Hinton, Vinyals & Dean 2015, arXiv:1503.02531, section 2).

    L = CE(softmax(s), y) + λ T² · mean_n KL( softmax(t/T) ‖ softmax(s/T) )

The soft targets tell how the teacher ranks wrong classes. Their gradient shrinks with 1/T², one T from s/T and one from the
difference of nearly uniform distributions, so that the factor T² keeps both parts in proportion while T is tuned. The hard
loss has no temperature. The teacher is a constant: its logits get no gradient.

Shapes: student, teacher (N,C) logits, labels (N,). Returns: a scalar.
"""

from torch import Tensor


def distillation_loss(
    student: Tensor, teacher: Tensor, labels: Tensor, lam: float = 0.5, temperature: float = 1.0
) -> Tensor:
    """Cross-entropy with the labels, and the divergence from the softened teacher."""
    hard = -student.log_softmax(dim=-1).gather(1, labels[:, None]).mean()
    log_s = (student / temperature).log_softmax(dim=-1)  # (N,C)
    log_t = (teacher.detach() / temperature).log_softmax(dim=-1)  # (N,C)
    soft = (log_t.exp() * (log_t - log_s)).sum(dim=-1).mean()
    return hard + lam * temperature**2 * soft
