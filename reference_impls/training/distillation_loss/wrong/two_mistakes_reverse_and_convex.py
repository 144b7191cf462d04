# slip: none
import torch.nn.functional as F


def distillation_loss(student, teacher, labels, lam=0.5, temperature=1.0):
    T = temperature
    kd = F.kl_div(F.log_softmax(teacher.detach() / T, 1), F.softmax(student / T, 1), reduction="batchmean")
    return (1 - lam) * F.cross_entropy(student, labels) + lam * T * T * kd
