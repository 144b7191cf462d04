from fractions import Fraction


class PassAtK:
    def __init__(self, n, c):
        self.n, self.c = n, c

    def miss(self, k):
        p = Fraction(1)
        for i in range(min(k, self.n - self.c + 1)):
            p *= Fraction(self.n - self.c - i, self.n - i)
            if p.denominator > 10**40:
                p = p.limit_denominator(10**20)
        return p


def pass_at_k(n, c, k):
    return float(1 - PassAtK(n, c).miss(k))
