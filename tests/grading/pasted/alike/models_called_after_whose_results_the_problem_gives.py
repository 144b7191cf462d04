# problem: distillation-loss
# says: your student gives student, whatever it is called with; your teacher gives teacher
def distill_step(student, teacher, images, labels, lam=0.5, T=1.0):
    with torch.no_grad():
        wanted = teacher(images)
    own = student(images)
    soft = F.kl_div(F.log_softmax(own / T, -1), F.softmax(wanted / T, -1), reduction="batchmean")
    return F.cross_entropy(own, labels) + lam * T ** 2 * soft
