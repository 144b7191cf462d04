# problem: distillation-loss
# expect: fail
# says: leaves out the factor T²
class Distiller(nn.Module):
    def __init__(self, student, teacher, temperature=1.0, lam=0.5):
        super().__init__()
        self.student = student
        self.teacher = teacher
        self.temperature = temperature
        self.lam = lam

    def forward(self, images, labels):
        own = self.student(images)
        with torch.no_grad():
            told = self.teacher(images)
        soft = F.kl_div(
            F.log_softmax(own / self.temperature, -1), F.softmax(told / self.temperature, -1), reduction="batchmean"
        )
        return F.cross_entropy(own, labels) + self.lam * soft
