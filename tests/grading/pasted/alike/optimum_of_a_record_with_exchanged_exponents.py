# problem: scaling-law-optimal
# expect: fail
from dataclasses import dataclass


@dataclass
class LawParams:
    A: float
    B: float
    alpha: float
    beta: float
    L_inf: float


def chinchilla_optimal(C: float, law: LawParams):
    A, B, alpha, beta, L_inf = law.A, law.B, law.beta, law.alpha, law.L_inf
    n = (alpha * A / (beta * B)) ** (1 / (alpha + beta)) * (C / 6) ** (beta / (alpha + beta))
    d = C / (6 * n)
    return n, d, L_inf + A / n**alpha + B / d**beta
