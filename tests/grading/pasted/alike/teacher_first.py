# problem: momentum-update
@torch.no_grad()
def ema_step(teacher, student, momentum=0.99):
    for own, theirs in zip(teacher.parameters(), student.parameters()):
        own.lerp_(theirs, 1 - momentum)
    for own, theirs in zip(teacher.buffers(), student.buffers()):
        own.copy_(theirs)
