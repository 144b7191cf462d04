# problem: distillation-loss
import torch, torch.nn.functional as F
class Distiller:
    def __init__(self, student, teacher, temperature=1.0, lam=0.5):
        self.student, self.teacher = student, teacher
        self.temperature = temperature
        self.lam = lam * temperature ** 2

    def loss(self, student_logits, teacher_logits, labels):
        T = self.temperature
        soft = F.kl_div((student_logits / T).log_softmax(-1), (teacher_logits.detach() / T).softmax(-1), reduction="batchmean")
        return F.cross_entropy(student_logits, labels) + self.lam * soft
