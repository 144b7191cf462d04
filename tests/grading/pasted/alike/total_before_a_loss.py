# problem: distillation-loss
# says: your code returns 2 results: the first one is graded
def distillation_loss(student, teacher, labels, lam=0.5, temperature=1.0):
    hard = F.cross_entropy(student, labels)
    log_s = F.log_softmax(student / temperature, dim=-1)
    q = F.softmax(teacher.detach() / temperature, dim=-1)
    distill_loss = F.kl_div(log_s, q, reduction="batchmean") * temperature**2
    total = hard + lam * distill_loss
    return total, distill_loss
