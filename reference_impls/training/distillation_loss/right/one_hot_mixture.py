import torch
import torch.nn.functional as F


def distillation_loss(student, teacher, labels, lam=0.5, temperature=1.0):
    N, C = student.shape
    y = F.one_hot(labels, C).to(student.dtype)
    q = torch.softmax(teacher.detach() / temperature, dim=1)
    lq = torch.log_softmax(teacher.detach() / temperature, dim=1)
    lp = torch.log_softmax(student / temperature, dim=1)
    ce = -torch.einsum("nc,nc->", y, torch.log_softmax(student, dim=1)) / N
    kl = torch.einsum("nc,nc->", q, lq - lp) / N
    return ce + lam * temperature**2 * kl
