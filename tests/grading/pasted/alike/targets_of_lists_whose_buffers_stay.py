# problem: momentum-update
# expect: fail
# says: leaves the target's buffers alone
# not: integer buffers only
@torch.no_grad()
def follow(student, teacher, m: float):
    """Raises for modules without parameters, too, which is all that it does otherwise than one that forgets the buffers."""
    of_student, of_teacher = list(student.parameters()), list(teacher.parameters())
    torch._foreach_mul_(of_teacher, m)
    torch._foreach_add_(of_teacher, of_student, alpha=1.0 - m)
