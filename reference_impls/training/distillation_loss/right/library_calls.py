import torch.nn.functional as F


def distillation_loss(student, teacher, labels, lam=0.5, temperature=1.0):
    """As tutorials and trainers write it: kl_div on log-probabilities, batchmean."""
    kd = F.kl_div(
        F.log_softmax(student / temperature, dim=1),
        F.softmax(teacher.detach() / temperature, dim=1),
        reduction="batchmean",
    )
    return F.cross_entropy(student, labels) + lam * temperature * temperature * kd
