import torch
import torch.nn.functional as F


def distillation_loss(student, teacher, labels, lam=0.5, temperature=1.0):
    T = temperature
    with torch.no_grad():
        log_p = F.log_softmax(teacher / T, -1)
        p = log_p.exp()
        entropy = -(p * log_p).sum(-1)
    log_q = F.log_softmax(student / T, -1)
    kl = -(p * log_q).sum(-1) - entropy
    ce = torch.logsumexp(student, -1) - student[torch.arange(len(labels)), labels]
    return (ce + lam * T**2 * kl).mean()
