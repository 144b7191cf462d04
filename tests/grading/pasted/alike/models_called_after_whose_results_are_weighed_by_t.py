# problem: distillation-loss
# expect: fail
# says: should multiply it by T²
def distill_step(student, teacher, images, labels, lam=0.5, T=1.0):
    with torch.no_grad():
        wanted = teacher(images)
    own = student(images)
    soft = F.kl_div(F.log_softmax(own / T, -1), F.softmax(wanted / T, -1), reduction="batchmean")
    return F.cross_entropy(own, labels) + lam * T * soft
