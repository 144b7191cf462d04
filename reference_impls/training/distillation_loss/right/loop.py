import torch


def distillation_loss(student, teacher, labels, lam=0.5, temperature=1.0):
    total = 0.0
    for s, t, y in zip(student, teacher.detach(), labels.tolist()):
        total = total - torch.log_softmax(s, 0)[y]
        ls, lt = torch.log_softmax(s / temperature, 0), torch.log_softmax(t / temperature, 0)
        for c in range(len(s)):
            total = total + lam * temperature**2 * lt[c].exp() * (lt[c] - ls[c])
    return total / student.shape[0]
