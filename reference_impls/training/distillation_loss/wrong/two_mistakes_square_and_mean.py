# slip: none
import torch


def distillation_loss(student, teacher, labels, lam=0.5, temperature=1.0):
    T = temperature
    lp, lq = torch.log_softmax(student / T, 1), torch.log_softmax(teacher.detach() / T, 1)
    ce = torch.nn.functional.cross_entropy(student, labels)
    return ce + lam * torch.mean(lq.exp() * (lq - lp))
