# problem: distillation-loss
# says: its total_loss is graded
def distillation_loss(student, teacher, labels, lam=0.5, temperature=1.0):
    loss = F.cross_entropy(student, labels)
    log_s = F.log_softmax(student / temperature, dim=-1)
    q = F.softmax(teacher.detach() / temperature, dim=-1)
    soft = F.kl_div(log_s, q, reduction="batchmean") * temperature**2
    return {"loss": loss, "soft": soft, "total_loss": loss + lam * soft}
