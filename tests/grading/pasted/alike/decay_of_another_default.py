# problem: momentum-update
# says: decay
# not: yours has no such parameter
@torch.no_grad()
def ema_step(student, teacher, decay=0.99):
    for theirs, own in zip(student.parameters(), teacher.parameters()):
        own.lerp_(theirs, 1 - decay)
    for theirs, own in zip(student.buffers(), teacher.buffers()):
        own.copy_(theirs)
