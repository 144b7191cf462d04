# slip: teacher-entropy-missing
import torch.nn.functional as F


def distillation_loss(student, teacher, labels, lam=0.5, temperature=1.0):
    T = temperature
    kd = F.cross_entropy(student / T, F.softmax(teacher.detach() / T, 1))
    return F.cross_entropy(student, labels) + lam * T * T * kd
