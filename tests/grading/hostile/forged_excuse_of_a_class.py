# expect: fail
# family: forged verdicts
# attempts: the excuse of a class that cannot be built, in every check that it would fail
# stopped by: comparison
# problem: relu
class CannotBuild(TypeError):
    """By the name that the judge knows."""


def relu(x):
    if x.ndim != 1:
        raise CannotBuild("no weights")
    return x.clamp(min=0)
